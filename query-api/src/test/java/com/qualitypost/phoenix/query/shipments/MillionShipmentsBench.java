package com.qualitypost.phoenix.query.shipments;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.ReadSide;
import com.qualitypost.phoenix.servers.Mysql;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Pages of 100 of one merchant with a million parcels of a hundred days, of which the last ten are on their way. Not part
 * of the build: {@code -Dtest=MillionShipmentsBench}.
 */
class MillionShipmentsBench {
    private static final int ROWS = 1_000_000;
    private static final int PART = 20_000;
    private static final int TRIES = 20;
    private static final Duration LIMIT = Duration.ofMillis(50);

    /** One filter each, then those that merchants put together. */
    private static final List<String> FILTERS = List.of(
            "",
            "status=DELIVERED",
            "status=ON_HOLD",
            "reason=consignee_absent",
            "action_required=true",
            "action_required=false",
            "stale=true",
            "stale=false",
            "late=true",
            "late=false",
            "destination=City 7",
            "service=express",
            "service=STANDARD",
            "reference=A-77",
            "reference=A-",
            "created_from=2026-02-03T00:00:00Z&created_to=2026-02-04T00:00:00Z",
            "updated_from=2026-04-10T00:00:00Z",
            "status=ON_HOLD&late=true",
            "status=ON_HOLD&stale=true",
            "status=IN_TRANSIT&late=false",
            "status=IN_TRANSIT&service=express",
            "status=DELIVERED&destination=City 7",
            "status=ON_HOLD&reason=customs_documents_missing",
            "status=DELIVERED&created_from=2026-02-03T00:00:00Z&created_to=2026-02-04T00:00:00Z",
            "status=DELIVERED&updated_from=2026-04-10T00:00:00Z",
            "action_required=true&late=true",
            "action_required=true&stale=false&late=false",
            "late=true&stale=true",
            "late=true&destination=City 7",
            "late=true&service=express",
            "stale=true&destination=City 7&service=express",
            "reference=A-77&status=ON_HOLD",
            "reference=A-&status=DELIVERED");

    private static final String DIGITS =
            "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
                    + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";

    /** Every twentieth parcel on its way is late, every fiftieth stale, every hundredth needs somebody to act. */
    private static final String FILL =
            """
            INSERT INTO merchant_shipment
              (tracking_number, generation, revision, merchant_id, ticket_references, status, status_since, reason,
               action_required, service, destination_city, destination_country, promised_until, estimated_until,
               stale_after, late_after, created_at, updated_at)
            SELECT CONCAT('BENCH', LPAD(n, 8, '0')), 1, 9, 'bench', '{"order":"A-1"}',
                   IF(n < 900000, ELT(1 + MOD(n, 40), 'RETURNED', 'CANCELLED', 'FAILED', 'DELIVERED'), way),
                   created, IF(MOD(n, 50) = 0, IF(MOD(n, 100) = 0, 'customs_documents_missing', 'consignee_absent'), NULL),
                   n >= 900000 AND MOD(n, 100) = 0, IF(MOD(n, 10) = 0, 'express', 'STANDARD'),
                   CONCAT('City ', MOD(n * 31, 300)), 'MX', created + INTERVAL 4 DAY, created + INTERVAL 4 DAY,
                   IF(n < 900000, NULL, IF(MOD(n, 50) = 0, created, '2999-01-01')),
                   IF(n < 900000, NULL, IF(MOD(n, 20) = 0, created, '2999-01-01')),
                   created, created + INTERVAL IF(n < 900000, 3, 0) DAY
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

    @Test
    void aPageOfAHundredTakesLessThanFiftyMilliseconds() {
        Mysql mysql = TestServers.mysql();
        new ReadSide(mysql.writerUrl("phoenix"), mysql.writerUrl("phoenix_read"), mysql.credentials());
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
        Map<String, Long> medians = new LinkedHashMap<>();
        FILTERS.forEach(filter -> medians.put(filter, measured(db, filter)));
        db.execute("TRUNCATE TABLE merchant_shipment");
        db.execute("TRUNCATE TABLE merchant_reference");
        assertThat(medians)
                .allSatisfy((name, micros) -> assertThat(micros).as(name).isLessThan(LIMIT.toNanos() / 1_000));
    }

    /** The first page and the one after it; returns the longer of their medians. */
    private static long measured(JdbcTemplate db, String query) {
        Filter filter = Filter.of(new Parameters(
                UriComponentsBuilder.fromUriString("?" + query).build().getQueryParams()));
        var first = new Selection("bench", filter, null);
        List<Map<String, Object>> rows = page(db, filter, first);
        String name = "%-80s %4d rows by %s".formatted(query, rows.size(), keys(db, filter, first));
        long median = median(db, filter, first, name);
        if (rows.size() < 100) {
            return median;
        }
        Map<String, Object> last = rows.getLast();
        var after = new Cursor(
                filter.order(), String.valueOf(last.get("position")), String.valueOf(last.get("tracking_number")));
        return Math.max(median, median(db, filter, new Selection("bench", filter, after), "  the page after it"));
    }

    private static long median(JdbcTemplate db, Filter filter, Selection selection, String name) {
        long[] micros = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            page(db, filter, selection);
            micros[i] = (System.nanoTime() - start) / 1_000;
        }
        Arrays.sort(micros);
        System.out.printf("%-110s median %6d us  slowest %6d us%n", name, micros[TRIES / 2], micros[TRIES - 1]);
        return micros[TRIES / 2];
    }

    /** Which indexes are used, in the words of EXPLAIN. */
    private static List<String> keys(JdbcTemplate db, Filter filter, Selection selection) {
        return db
                .query(
                        "EXPLAIN FORMAT=TRADITIONAL " + sql(filter, selection),
                        (row, _) -> row.getString("table") + "." + row.getString("key") + " " + row.getString("Extra"),
                        parameters(selection))
                .stream()
                .filter(table -> table.startsWith("s.") || table.startsWith("r."))
                .toList();
    }

    private static Object[] parameters(Selection selection) {
        return Stream.concat(selection.parameters().stream(), Stream.of(100)).toArray();
    }

    private static String sql(Filter filter, Selection selection) {
        return ShipmentQueries.PAGE.formatted(
                filter.order().column, selection.sql(), filter.order().clause());
    }

    private static List<Map<String, Object>> page(JdbcTemplate db, Filter filter, Selection selection) {
        return db.query(
                sql(filter, selection).replace("MAX_EXECUTION_TIME(150)", "MAX_EXECUTION_TIME(20000)"),
                (row, _) -> Map.of(
                        "position", String.valueOf(row.getString("position")),
                        "tracking_number", String.valueOf(row.getString("tracking_number")),
                        "created_at", String.valueOf(row.getObject("created_at", LocalDateTime.class))),
                parameters(selection));
    }
}
