package com.qualitypost.phoenix.query.operations.desk;

import com.qualitypost.phoenix.vocabulary.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wrote about a parcel, as it was kept.
 *
 * @param id of a correction the id of its scan
 * @param at UTC
 * @param corrects the scan that is taken back; null for a mere note
 * @param isFact whether the correction is among the parcel's facts
 */
public record Note(
        String id,
        LocalDateTime at,
        String by,
        String text,
        @Nullable String corrects,
        boolean isFact) {

    static Note of(ResultSet row, int ignored) throws SQLException {
        return new Note(
                row.getString("note_id"),
                row.getObject("written_at", LocalDateTime.class),
                row.getString("written_by"),
                row.getString("note"),
                row.getString("corrects"),
                row.getBoolean("is_fact"));
    }

    /** As it may be shown, whatever was typed. */
    public List<String> lines() {
        return text.lines().map(PlainText::shown).toList();
    }

    public String signature() {
        return PlainText.shown(by);
    }
}
