package com.qualitypost.phoenix.query.operations.desk;

import com.qualitypost.phoenix.vocabulary.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Somebody opened a parcel's page.
 *
 * @param at UTC
 * @param by null if no name was given
 */
public record Look(LocalDateTime at, @Nullable String by) {

    static Look of(ResultSet row, int ignored) throws SQLException {
        return new Look(row.getObject("looked_at", LocalDateTime.class), row.getString("looked_by"));
    }

    public @Nullable String signature() {
        return by == null ? null : PlainText.shown(by);
    }
}
