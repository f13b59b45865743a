package com.qualitypost.phoenix.query.shipments;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.ReadSide;
import com.qualitypost.phoenix.servers.Mysql;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Pages of 100 of one merchant with a million parcels. Not part of the build: {@code -Dtest=MillionShipmentsBench}. */
class MillionShipmentsBench {
    private static final int ROWS = 1_000_000;
    private static final int PART = 20_000;
    private static final int TRIES = 20;
    private static final Duration LIMIT = Duration.ofMillis(50);

    private static final String DIGITS =
            "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
                    + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";

    private static final String FILL = """
            INSERT INTO merchant_shipment
            SELECT CONCAT('BENCH', LPAD(n, 8, '0')), 1, 1, 'bench', CONCAT('A-', MOD(n * 7919, 1000003)),
                   ELT(1 + MOD(n, 12), 'CREATED', 'PICKED_UP', 'IN_TRANSIT', 'ON_HOLD', 'OUT_FOR_DELIVERY',
                       'DELIVERY_ATTEMPTED', 'AVAILABLE_FOR_PICKUP', 'RETURNING', 'DELIVERED', 'RETURNED', 'FAILED', 'CANCELLED'),
                   '2026-01-01', IF(MOD(n, 50) = 0, 'damaged', NULL), MOD(n, 100) = 0,
                   IF(MOD(n, 10) = 0, 'express', 'STANDARD'), CONCAT('City ', MOD(n, 300)), 'MX',
                   '2026-01-05', '2026-01-05', IF(MOD(n, 3) = 0, '2026-01-06', '2999-01-01'),
                   IF(MOD(n, 5) = 0, '2026-01-05', NULL),
                   '2026-01-01' + INTERVAL n SECOND, '2026-01-01' + INTERVAL MOD(n * 7919, 1000003) SECOND
              FROM (SELECT ? + a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n
                      FROM %1$s a, %1$s b, %1$s c, %1$s e, (SELECT 0 d UNION ALL SELECT 1) f) numbers
            """.formatted(DIGITS);

    @Test
    void aPageOfAHundredTakesLessThanFiftyMilliseconds() {
        Mysql mysql = TestServers.mysql();
        new ReadSide(mysql.writerUrl("phoenix"), mysql.writerUrl("phoenix_read"), mysql.credentials());
        var db = new JdbcTemplate(new SingleConnectionDataSource(
                mysql.writerUrl("phoenix_read"), "migrate", mysql.credentials().password("migrate"), true));
        for (int from = 0; from < ROWS; from += PART) {
            db.update(FILL, from);
        }
        db.execute("ANALYZE TABLE merchant_shipment");
        Map<String, Long> slowest = new LinkedHashMap<>();
        filters().forEach((name, filter) -> slowest.put(name, measured(db, name, filter)));
        db.update("TRUNCATE TABLE merchant_shipment");
        assertThat(slowest)
                .allSatisfy((name, micros) -> assertThat(micros).as(name).isLessThan(LIMIT.toNanos() / 1_000));
    }

    private static long measured(JdbcTemplate db, String name, Filter filter) {
        String sql = ShipmentQueries.PAGE.formatted(
                filter.order().column,
                new Where("bench", filter, null).sql(),
                filter.order().clause());
        Object[] parameters = parameters(filter);
        int rows = db.queryForList(sql, parameters).size();
        long[] micros = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            db.queryForList(sql, parameters);
            micros[i] = (System.nanoTime() - start) / 1_000;
        }
        Arrays.sort(micros);
        System.out.printf(
                "%-16s %4d rows  median %6d us  slowest %6d us%n", name, rows, micros[TRIES / 2], micros[TRIES - 1]);
        return micros[TRIES - 1];
    }

    private static Object[] parameters(Filter filter) {
        var parameters = new Where("bench", filter, null).parameters();
        parameters.add(100);
        return parameters.toArray();
    }

    private static Map<String, Filter> filters() {
        Map<String, Filter> all = new LinkedHashMap<>();
        all.put("none", new Filter(null, null, null, null, null, null, null, null, null, null, null, null));
        all.put("status", new Filter("DELIVERED", null, null, null, null, null, null, null, null, null, null, null));
        all.put("reason", new Filter(null, "damaged", null, null, null, null, null, null, null, null, null, null));
        all.put("action", new Filter(null, null, true, null, null, null, null, null, null, null, null, null));
        all.put("no action", new Filter(null, null, false, null, null, null, null, null, null, null, null, null));
        all.put("stale", new Filter(null, null, null, true, null, null, null, null, null, null, null, null));
        all.put("not stale", new Filter(null, null, null, false, null, null, null, null, null, null, null, null));
        all.put("late", new Filter(null, null, null, null, true, null, null, null, null, null, null, null));
        all.put("not late", new Filter(null, null, null, null, false, null, null, null, null, null, null, null));
        all.put("destination", new Filter(null, null, null, null, null, "City 7", null, null, null, null, null, null));
        all.put("service", new Filter(null, null, null, null, null, null, "express", null, null, null, null, null));
        all.put("reference", new Filter(null, null, null, null, null, null, null, "A-77", null, null, null, null));
        all.put("created", created());
        all.put("updated", updated());
        return all;
    }

    private static Filter created() {
        Instant from = Instant.parse("2026-01-03T00:00:00Z");
        return new Filter(
                null, null, null, null, null, null, null, null, from, from.plus(Duration.ofDays(2)), null, null);
    }

    private static Filter updated() {
        Instant from = Instant.parse("2026-01-03T00:00:00Z");
        return new Filter(
                null, null, null, null, null, null, null, null, null, null, from, from.plus(Duration.ofDays(2)));
    }
}
