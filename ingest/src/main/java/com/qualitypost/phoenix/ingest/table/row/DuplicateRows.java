package com.qualitypost.phoenix.ingest.table.row;

import static com.qualitypost.phoenix.tables.Utc.column;

import com.qualitypost.phoenix.schemas.Place;
import com.qualitypost.phoenix.schemas.Scan;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the rows of {@code duplicate_scan}: every arrival of a scan that brought nothing new, kept for some days. */
public final class DuplicateRows {
    private static final String INSERT =
            "INSERT INTO duplicate_scan (received_at, scan_id, tracking_number, kind, device_id, device_seq, place_code)";

    private static final String UNLESS_THERE = "ON DUPLICATE KEY UPDATE scan_id = duplicate_scan.scan_id";

    private final MultiRow rows;
    private final RetentionCleanup forgetting;

    public DuplicateRows(JdbcTemplate jdbc) {
        this.rows = new MultiRow(jdbc, INSERT, UNLESS_THERE);
        this.forgetting = new RetentionCleanup(jdbc, "duplicate_scan", "received_at");
    }

    public void write(List<Scan> duplicates, Instant now) {
        if (duplicates.isEmpty()) {
            return;
        }
        Instant oldest = now.minus(RetentionCleanup.KEPT);
        rows.write(duplicates.stream()
                .filter(scan -> scan.getReceivedAt().isAfter(oldest))
                .sorted(Comparator.comparing(Scan::getReceivedAt)
                        .thenComparing(scan -> scan.getScanId().toString()))
                .map(DuplicateRows::row)
                .toList());
        forgetting.step(now);
    }

    private static Object[] row(Scan scan) {
        Place place = scan.getPlace();
        return new Object[] {
            column(scan.getReceivedAt()),
            scan.getScanId().toString(),
            scan.getTrackingNumber(),
            scan.getKind(),
            scan.getDeviceId(),
            scan.getDeviceSeq(),
            place == null ? null : place.getCode()
        };
    }
}
