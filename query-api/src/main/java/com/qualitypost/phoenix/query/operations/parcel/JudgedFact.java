package com.qualitypost.phoenix.query.operations.parcel;

import com.qualitypost.phoenix.schemas.EventOutcome;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One fact, and what it did to its parcel when it came.
 *
 * @param status the parcel's, after this fact
 * @param where code and city of its place, as far as known
 * @param reported by whom or what, and in whose words
 */
record JudgedFact(
        String kind,
        @Nullable String reason,
        List<String> where,
        EventOutcome outcome,
        @Nullable String flag,
        String status,
        Clock device,
        Clock corrected,
        Clock received,
        LocalDateTime recorded,
        String timeQuality,
        @Nullable String deviceId,
        @Nullable Long deviceSeq,
        List<String> reported,
        String scanId,
        long revision) {
    static final String COLUMNS = """
            kind, reason, place_code, place_city, outcome, flag, status, occurred_at, corrected_at, received_at, recorded_at,
            offset_minutes, time_quality, device_id, device_seq, source, source_code, scan_id, revision""";

    static JudgedFact of(ResultSet row, int ignored) throws SQLException {
        int offset = row.getInt("offset_minutes");
        return new JudgedFact(
                row.getString("kind"),
                row.getString("reason"),
                known(row, "place_code", "place_city"),
                EventOutcome.valueOf(row.getString("outcome")),
                row.getString("flag"),
                row.getString("status"),
                new Clock(row.getObject("occurred_at", LocalDateTime.class), offset),
                new Clock(row.getObject("corrected_at", LocalDateTime.class), offset),
                new Clock(row.getObject("received_at", LocalDateTime.class), offset),
                row.getObject("recorded_at", LocalDateTime.class),
                row.getString("time_quality"),
                row.getString("device_id"),
                row.getObject("device_seq", Long.class),
                known(row, "source", "source_code"),
                row.getString("scan_id"),
                row.getLong("revision"));
    }

    private static List<String> known(ResultSet row, String one, String other) throws SQLException {
        return Stream.of(row.getString(one), row.getString(other))
                .filter(Objects::nonNull)
                .toList();
    }

    public Law law() {
        return Law.of(kind, outcome);
    }

    /** A position is in no fold, so there is nothing to take back. */
    public boolean isCorrectable() {
        return !kind.equals(Kind.POSITION.name());
    }

    public boolean isCorrection() {
        return kind.equals(Kind.CORRECTION.name());
    }

    /** Seconds by which the device's clock was ahead; negative if it was behind. */
    public long deviceAhead() {
        return device.secondsAfter(corrected);
    }

    /** As it may be shown, whoever reported it. */
    public String shown(String value) {
        return PlainText.shown(value);
    }
}
