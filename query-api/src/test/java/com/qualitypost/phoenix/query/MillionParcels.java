package com.qualitypost.phoenix.query;

import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The lists of one merchant with a million parcels of a hundred days; the parcels of the last ten days are on their
 * way.
 */
public final class MillionParcels {
    private static final int ROWS = 1_000_000;
    private static final int PART = 20_000;

    private static final String DIGITS =
            "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
                    + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";

    /**
     * Of the parcels on their way every twentieth is late, every fiftieth stale, and every hundredth needs somebody to
     * act.
     */
    private static final String FILL =
            """
            INSERT INTO merchant_shipment
              (tracking_number, generation, revision, merchant_id, ticket_references, status, status_since, reason,
               action_required, service, destination_city, destination_country, promised_until,
               stale_after, late_after, created_at, updated_at, depot, last_at)
            SELECT CONCAT('BENCH', LPAD(n, 8, '0')), 1, 9, 'bench', '{"order":"A-1"}',
                   IF(n < 900000, ELT(1 + MOD(n, 40), 'RETURNED', 'CANCELLED', 'FAILED', 'DELIVERED'), way),
                   created, IF(MOD(n, 50) = 0, IF(MOD(n, 100) = 0, 'customs_documents_missing', 'consignee_absent'), NULL),
                   n >= 900000 AND MOD(n, 100) = 0, IF(MOD(n, 10) = 0, 'express', 'STANDARD'),
                   CONCAT('City ', MOD(n * 31, 300)), 'MX', created + INTERVAL 4 DAY,
                   IF(n < 900000, NULL, IF(MOD(n, 50) = 0, created, '2999-01-01')),
                   IF(n < 900000, NULL, IF(MOD(n, 20) = 0, created, '2999-01-01')),
                   created, created + INTERVAL IF(n < 900000, 3, 0) DAY, CONCAT('D-', MOD(n * 17, 200)), created
              FROM (SELECT n, '2026-01-01' + INTERVAL ROUND(n * 8.64) SECOND AS created,
                           ELT(1 + MOD(n DIV 7, 7), 'CREATED', 'PICKED_UP', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'ON_HOLD',
                               'DELIVERY_ATTEMPTED', 'AVAILABLE_FOR_PICKUP') AS way
                      FROM (SELECT ? + a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n
                              FROM %1$s a, %1$s b, %1$s c, %1$s e, (SELECT 0 d UNION ALL SELECT 1) f) numbers) parcels
            """.formatted(DIGITS).replace("'DELIVERED')", "%s)".formatted("'DELIVERED'" + ", 'DELIVERED'".repeat(36)));

    private static final String FILL_REFERENCES = """
            INSERT INTO merchant_reference
            SELECT tracking_number, CONCAT(%s, MOD(RIGHT(tracking_number, 8) * 7919, 1000003)), 'bench'
              FROM merchant_shipment WHERE tracking_number >= CONCAT('BENCH', LPAD(?, 8, '0'))
            """;

    private MillionParcels() {}

    /** Returns a connection to them, with all privileges. */
    public static JdbcTemplate fill() {
        Mysql mysql = TestServers.mysql();
        new ReadModelFixture(mysql.writerUrl("phoenix"), mysql.writerUrl("phoenix_read"), mysql.credentials());
        var db = new JdbcTemplate(new SingleConnectionDataSource(
                mysql.writerUrl("phoenix_read") + "&useServerPrepStmts=true&cachePrepStmts=true",
                "root",
                mysql.credentials().password("root"),
                true));
        db.execute("SET GLOBAL innodb_buffer_pool_size = 1 << 30");
        db.execute("SET sql_log_bin = 0"); // the reader need not follow
        for (int from = 0; from < ROWS; from += PART) {
            db.update(FILL, from);
            db.update(FILL_REFERENCES.formatted("'A-'"), from);
            db.update(FILL_REFERENCES.formatted("'F-'"), from);
        }
        db.execute("ANALYZE TABLE merchant_shipment, merchant_reference");
        return db;
    }

    public static void remove(JdbcTemplate db) {
        db.execute("TRUNCATE TABLE merchant_shipment");
        db.execute("TRUNCATE TABLE merchant_reference");
    }
}
