package com.qualitypost.phoenix.query.recipient;

import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import com.qualitypost.phoenix.query.recipient.RecipientCredential.Link;
import com.qualitypost.phoenix.query.recipient.RecipientCredential.Postcode;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.web.admission.Source;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts attempts, with the same two statements whether or not there is such a parcel. An attempt counts before it is
 * judged, so that many at once get no further than one after the other.
 */
final class AccessAttempts {
    private static final String COUNT = """
            INSERT INTO phoenix.recipient_try (tracking_number, source, tries, counted_until)
            VALUES (:number, :source, 1, UTC_TIMESTAMP(3) + INTERVAL :seconds SECOND) AS n
            ON DUPLICATE KEY UPDATE
              tries = IF(recipient_try.counted_until < UTC_TIMESTAMP(3), 1, recipient_try.tries + 1),
              counted_until = IF(recipient_try.counted_until < UTC_TIMESTAMP(3),
                                 n.counted_until, recipient_try.counted_until)""";

    static final String STANDING = """
            SELECT UTC_TIMESTAMP(3), t.tries, t.counted_until, v.destination_postcode,
                   v.tracking_number IS NOT NULL AND l.link_hash IS NOT NULL
              FROM phoenix.recipient_try t
              LEFT JOIN phoenix.recipient_view v ON v.tracking_number = t.tracking_number
              LEFT JOIN phoenix.recipient_link l
                ON l.link_hash = :link AND l.tracking_number = t.tracking_number AND l.expires_at > UTC_TIMESTAMP(3)
             WHERE t.tracking_number = :number AND t.source = :source""";

    private static final String FORGET = """
            UPDATE phoenix.recipient_try SET tries = 0 WHERE tracking_number = :number AND source = :source""";

    private static final byte[] NO_LINK = new byte[32];
    private static final String NO_POSTCODE = "00000";

    private AccessAttempts() {}

    /**
     * The state after an attempt.
     *
     * @param tries including this one
     * @param countedUntil UTC by the database's clock, as {@code freshness.now()} is
     * @param linked whether this attempt used a valid link of this parcel
     */
    record Standing(
            Freshness freshness,
            int tries,
            LocalDateTime countedUntil,
            @Nullable String postcode,
            boolean linked) implements HasFreshness {
        boolean passes(RecipientCredential factor) {
            return switch (factor) {
                case Postcode given -> isPostcode(given);
                case Link _ -> linked;
            };
        }

        /** Compares even if there is nothing to compare with, because that takes time too. */
        private boolean isPostcode(Postcode given) {
            Postcode right = new Postcode(postcode == null ? NO_POSTCODE : postcode);
            return MessageDigest.isEqual(given.hash(), right.hash()) & postcode != null;
        }

        Duration remaining() {
            return Duration.between(freshness.now(), countedUntil);
        }
    }

    static Standing count(
            JdbcClient jdbc, TrackingNumber number, Source source, RecipientCredential factor, Duration countFor) {
        jdbc.sql(COUNT)
                .param("number", number.value())
                .param("source", source.text())
                .param("seconds", countFor.toSeconds())
                .update();
        byte[] link = switch (factor) {
            case Postcode _ -> NO_LINK;
            case Link given -> given.hash();
        };
        return jdbc.sql(STANDING)
                .param("link", link)
                .param("number", number.value())
                .param("source", source.text())
                .query((row, _) -> standing(row))
                .single();
    }

    static void forget(JdbcClient jdbc, TrackingNumber number, Source source) {
        jdbc.sql(FORGET)
                .param("number", number.value())
                .param("source", source.text())
                .update();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new Freshness(row.getObject(1, LocalDateTime.class), null),
                row.getInt(2),
                row.getObject(3, LocalDateTime.class),
                row.getString(4),
                row.getBoolean(5));
    }
}
