package com.qualitypost.phoenix.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.ingest.database.DatabaseSettings;
import com.qualitypost.phoenix.servers.junit.MigratedMysql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A rebuild copies what it keeps of large tables in parts, however little time a statement has. */
class LargeTablesTest {
    private static final int ROWS = Integer.getInteger("phoenix.parcels", 200_000);

    /** Much less than MySQL takes to copy them. */
    private static final Duration NO_TIME = Duration.ofMillis(50);

    private static final String NUMBERS =
            "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?)";

    /** One parcel has more than is copied at once, the others have ten each. */
    private static final String FILL_EVENTS = """
            INSERT INTO tracking_event
              (tracking_number, scan_id, generation, revision, kind, outcome, status, occurred_at, offset_minutes,
               corrected_at, received_at, time_quality, source)
            %s
            SELECT /*+ SET_VAR(cte_max_recursion_depth = 10000000) */
                   IF(i < 15000, 'L', CONCAT('L', i DIV 10)), UUID(), 1, i, 'ARRIVED', 'MOVED', 'IN_TRANSIT',
                   '2026-11-22 10:00:00.123', -360, '2026-11-22 10:00:00.123', '2026-11-22 10:00:00.123', 'SYNCED', 'SCAN'
              FROM n""".formatted(NUMBERS);

    private static final String FILL_QUARANTINE = """
            INSERT INTO quarantine
              (source_topic, source_partition, source_offset, reason, detail, refused_by, refused_at, record_value)
            %s
            SELECT /*+ SET_VAR(cte_max_recursion_depth = 10000000) */
                   IF(i %% 3 = 0, 'scans', 'shipment-events'), i %% 4, i * 7, 'invalid', 'Too late.', 'judge',
                   '2026-11-22 10:00:00.123', RANDOM_BYTES(100)
              FROM n""".formatted(NUMBERS);

    private static final String EVENTS = """
            SELECT CONCAT_WS(' ', COUNT(*), COUNT(DISTINCT tracking_number), SUM(revision), BIT_XOR(CRC32(scan_id)))
              FROM tracking_event""";
    private static final String QUARANTINE = """
            SELECT CONCAT_WS(' ', COUNT(*), SUM(source_offset), SUM(source_partition), BIT_XOR(CRC32(record_value)))
              FROM quarantine""";

    private static MigratedMysql mysql;

    @BeforeAll
    static void start() throws Exception {
        mysql = new MigratedMysql();
        mysql.forget("phoenix");
        new Migration(settings(Duration.ofSeconds(5))).run();
    }

    @AfterAll
    static void stop() throws Exception {
        mysql.forget("phoenix");
        mysql.close();
    }

    @Test
    void factsAndRefusalsThatTheTopicsNoLongerHaveAreKept() {
        var jdbc = new JdbcTemplate(new DriverManagerDataSource(
                mysql.url("phoenix"), "migrate", mysql.credentials().password("migrate")));
        jdbc.update(FILL_EVENTS, ROWS - 1);
        jdbc.update(FILL_QUARANTINE, ROWS - 1);
        List<String> before = List.of(one(jdbc, EVENTS), one(jdbc, QUARANTINE));

        try (ShadowTables next = ShadowTables.create(settings(NO_TIME)).orElseThrow()) {
            next.keepEventsBefore(Instant.now());
            next.keepRefusals();
            next.swap(() -> {});
        }

        assertThat(List.of(one(jdbc, EVENTS), one(jdbc, QUARANTINE))).isEqualTo(before);
    }

    private static String one(JdbcTemplate jdbc, String question) {
        return String.valueOf(jdbc.queryForObject(question, String.class));
    }

    private static DatabaseSettings settings(Duration socketTimeout) {
        String password = mysql.credentials().password("migrate");
        return new DatabaseSettings(
                "127.0.0.1:" + mysql.port(), "DISABLED", socketTimeout, "writer", "", "migrate", password);
    }
}
