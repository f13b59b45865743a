package com.qualitypost.phoenix.query.shipments;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.MillionParcels;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.web.util.UriComponentsBuilder;

/** Pages of 100 of one merchant with a million parcels. Not part of the build: {@code -Dtest=MillionShipmentsBench}. */
class MillionShipmentsBench {
    private static final int TRIES = 20;
    private static final Duration LIMIT = Duration.ofMillis(50);

    /** Single filters, then those that merchants combine. */
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

    @Test
    void aPageOfAHundredTakesLessThanFiftyMilliseconds() {
        JdbcTemplate db = MillionParcels.fill();
        Map<String, Long> medians = new LinkedHashMap<>();
        FILTERS.forEach(filter -> medians.put(filter, measured(db, filter)));
        MillionParcels.remove(db);
        assertThat(medians)
                .allSatisfy((name, micros) -> assertThat(micros).as(name).isLessThan(LIMIT.toNanos() / 1_000));
    }

    /** The first page and the one after it; returns the longer of their medians. */
    private static long measured(JdbcTemplate db, String query) {
        ShipmentFilter filter = ShipmentFilter.of(new Parameters(
                UriComponentsBuilder.fromUriString("?" + query).build().getQueryParams()));
        var first = Selection.of("bench", filter, null);
        List<Map<String, String>> rows = page(db, filter, first);
        String name = "%-80s %4d rows by %s".formatted(query, rows.size(), keys(db, filter, first));
        long median = median(db, filter, first, name);
        if (rows.size() < 100) {
            return median;
        }
        Map<String, String> last = rows.getLast();
        var after = new ListCursor(
                filter.order(), String.valueOf(last.get("position")), String.valueOf(last.get("tracking_number")));
        return Math.max(median, median(db, filter, Selection.of("bench", filter, after), "  the page after it"));
    }

    private static long median(JdbcTemplate db, ShipmentFilter filter, Selection selection, String name) {
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

    /** The indexes that are used, from EXPLAIN. */
    private static List<String> keys(JdbcTemplate db, ShipmentFilter filter, Selection selection) {
        return question(db, "EXPLAIN FORMAT=TRADITIONAL " + sql(filter, selection), selection)
                .query((row, _) -> row.getString("table") + "." + row.getString("key") + " " + row.getString("Extra"))
                .list()
                .stream()
                .filter(table -> table.startsWith("s.") || table.startsWith("r."))
                .toList();
    }

    private static StatementSpec question(JdbcTemplate db, String sql, Selection selection) {
        return JdbcClient.create(db).sql(sql).params(selection.parameters()).param("limit", 100);
    }

    private static String sql(ShipmentFilter filter, Selection selection) {
        return ShipmentQueries.sql(selection, filter.order());
    }

    private static List<Map<String, String>> page(JdbcTemplate db, ShipmentFilter filter, Selection selection) {
        String sql = sql(filter, selection).replace("MAX_EXECUTION_TIME(150)", "MAX_EXECUTION_TIME(20000)");
        return question(db, sql, selection)
                .query((row, _) -> Map.of(
                        "position", String.valueOf(row.getString("position")),
                        "tracking_number", String.valueOf(row.getString("tracking_number")),
                        "created_at", String.valueOf(row.getObject("created_at", LocalDateTime.class))))
                .list();
    }
}
