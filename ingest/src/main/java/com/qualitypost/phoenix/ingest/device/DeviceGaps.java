package com.qualitypost.phoenix.ingest.device;

import com.qualitypost.phoenix.tables.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads gaps as the table writer left them; the view leaves out the jumps of devices that started counting elsewhere.
 */
class DeviceGaps {
    private static final String OF_DEVICE = """
            SELECT d.first_seq, d.last_seq, g.from_seq, g.to_seq, g.noticed_at
              FROM device d
              LEFT JOIN open_gap g ON g.device_id = d.device_id
             WHERE d.device_id = :device
             ORDER BY g.from_seq""";

    /** Counting more would take long and tell nobody more. */
    private static final int MOST_COUNTED = 100_000;

    /** A batch's numbers arrive over several partitions, so a number that is missing for a moment is not a gap. */
    private static final String OPEN = """
            SELECT COUNT(*), COALESCE(SUM(size), 0)
              FROM (SELECT to_seq - from_seq + 1 AS size
                      FROM open_gap
                     WHERE noticed_at < UTC_TIMESTAMP(3) - INTERVAL 30 SECOND
                     LIMIT :most) some""";

    private final JdbcClient database;

    DeviceGaps(JdbcClient database) {
        this.database = database;
    }

    /** What is known of one device. */
    record Report(String deviceId, long firstSeq, long lastSeq, long missing, List<Gap> gaps) {}

    /**
     * How many numbers are missing across all devices, counting only gaps that are older than scans usually travel; of
     * very many gaps only some are counted.
     */
    record Open(long gaps, long missing) {}

    Optional<Report> of(String device) {
        return database.sql(OF_DEVICE)
                .param("device", device)
                .query(rows -> rows.next() ? Optional.of(report(device, rows)) : Optional.empty());
    }

    Open open() {
        return database.sql(OPEN)
                .param("most", MOST_COUNTED)
                .query((row, _) -> new Open(row.getLong(1), row.getLong(2)))
                .single();
    }

    private static Report report(String device, ResultSet rows) throws SQLException {
        long first = rows.getLong(1);
        long last = rows.getLong(2);
        List<Gap> gaps = new ArrayList<>();
        do {
            Gap gap = gap(rows);
            if (gap != null) {
                gaps.add(gap);
            }
        } while (rows.next());
        return new Report(
                device, first, last, gaps.stream().mapToLong(Gap::size).sum(), gaps);
    }

    private static @Nullable Gap gap(ResultSet row) throws SQLException {
        LocalDateTime noticed = row.getObject(5, LocalDateTime.class);
        return noticed == null ? null : new Gap(row.getLong(3), row.getLong(4), Utc.instant(noticed));
    }
}
