package com.qualitypost.phoenix.query.operations.parcel;

import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import com.qualitypost.phoenix.query.operations.parcel.ParcelHistory.RefusedScan;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads one parcel by its number, from the primary keys and the quarantine's index. */
final class ParcelQueries {
    /** Facts on one page, and refused scans on all. */
    static final int LENGTH = 100;

    static final String STATUS = """
            SELECT status FROM phoenix_read.merchant_shipment WHERE tracking_number = :number""";

    static final String FACTS = """
            SELECT %s
              FROM phoenix.operator_fact
             WHERE tracking_number = :number
             ORDER BY corrected_at DESC, scan_id
             LIMIT :limit OFFSET :offset""".formatted(JudgedFact.COLUMNS);

    /** In the order in which they came: a fact of an earlier moment may have been the last to change the status. */
    static final String DECISIVE = """
            SELECT %s
              FROM phoenix.operator_fact
             WHERE tracking_number = :number AND outcome IN ('MOVED', 'FLAGGED')
             ORDER BY generation DESC, revision DESC
             LIMIT 1""".formatted(JudgedFact.COLUMNS);

    static final String REFUSED = """
            SELECT refused_at, reason, detail, refused_by, scan_id, device_id
              FROM phoenix.operator_quarantine
             WHERE tracking_number = :number
             ORDER BY refused_at DESC
             LIMIT %d""".formatted(LENGTH + 1);

    static final String FACT = """
            SELECT %s
              FROM phoenix.operator_fact
             WHERE tracking_number = :number AND scan_id = :scan""".formatted(JudgedFact.COLUMNS);

    private ParcelQueries() {}

    /**
     * One fact of a parcel.
     *
     * @param fact null if the parcel has no such fact
     * @param isDecisive with it the status changed last
     */
    record FoundFact(Freshness freshness, @Nullable JudgedFact fact, boolean isDecisive) implements HasFreshness {}

    static FoundFact fact(JdbcClient node, TrackingNumber number, UUID scanId) {
        String scan = scanId.toString();
        return new FoundFact(
                Freshness.of(node),
                node.sql(FACT)
                        .param("number", number.value())
                        .param("scan", scan)
                        .query(JudgedFact::of)
                        .optional()
                        .orElse(null),
                node.sql(DECISIVE)
                        .param("number", number.value())
                        .query(JudgedFact::of)
                        .optional()
                        .filter(decisive -> decisive.scanId().equals(scan))
                        .isPresent());
    }

    static ParcelHistory read(JdbcClient node, TrackingNumber number, int page) {
        List<JudgedFact> facts = node.sql(FACTS)
                .param("number", number.value())
                .param("limit", LENGTH + 1)
                .param("offset", (page - 1) * LENGTH)
                .query(JudgedFact::of)
                .list();
        List<RefusedScan> refused = node.sql(REFUSED)
                .param("number", number.value())
                .query((row, _) -> new RefusedScan(
                        row.getObject(1, LocalDateTime.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
        return new ParcelHistory(
                Freshness.of(node),
                node.sql(STATUS)
                        .param("number", number.value())
                        .query(String.class)
                        .optional()
                        .orElse(null),
                node.sql(DECISIVE)
                        .param("number", number.value())
                        .query(JudgedFact::of)
                        .optional()
                        .orElse(null),
                first(facts),
                facts.size() > LENGTH,
                first(refused),
                refused.size() > LENGTH);
    }

    private static <T> List<T> first(List<T> rows) {
        return rows.subList(0, Math.min(rows.size(), LENGTH));
    }
}
