package com.qualitypost.phoenix.query.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.MillionParcels;
import com.qualitypost.phoenix.vocabulary.Status;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What operators ask of a million parcels. Not part of the build: {@code -Dtest=MillionParcelsBench}. */
class MillionParcelsBench {
    private static final int TRIES = 5;

    /** The last of a week in which they were delivered. */
    private static final String DAY = "DATE '2026-03-28'";

    /** The server gives up on them after three. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @Test
    void aCountOrAListTakesLessThanASecond() {
        JdbcTemplate db = MillionParcels.fill();
        var named = new NamedParameterJdbcTemplate(db);
        Map<String, ListQuery> lists = new LinkedHashMap<>();
        lists.put("all", parcels(null, null, Risk.ALL, null, null));
        lists.put("at risk", parcels(null, null, Risk.AT_RISK, null, null));
        lists.put("late", parcels(null, null, Risk.LATE, null, null));
        lists.put("late in a stage", parcels(null, Stage.DELIVERING, Risk.LATE, null, null));
        lists.put("at risk of a status", parcels(Status.ON_HOLD, null, Risk.AT_RISK, null, null));
        lists.put("late of a status", parcels(Status.IN_TRANSIT, null, Risk.LATE, null, null));
        lists.put("of a depot", parcels(null, null, Risk.ALL, "D-17", null));
        lists.put("silent, of a depot", parcels(null, null, Risk.ALL, "D-17", 48));
        lists.put("delivered", parcels(Status.DELIVERED, null, Risk.ALL, null, null));
        Map<String, Long> medians = new LinkedHashMap<>();
        Map.of(
                        "open", OverviewQueries.OPEN,
                        "ended", OverviewQueries.ENDED,
                        "stuck", OverviewQueries.STUCK,
                        "deliveries", TrendQueries.DELIVERIES.replace("UTC_DATE()", DAY),
                        "ages", TrendQueries.AGES)
                .forEach((name, sql) -> medians.put(name, medianMs(() -> db.queryForList(sql))));
        lists.forEach((name, list) -> {
            for (int page : new int[] {1, 100}) {
                medians.put(
                        name + ", page " + page,
                        medianMs(() -> named.queryForList(list.sqlOfAPage(), list.parametersOfPage(page))));
            }
        });
        MillionParcels.remove(db);
        medians.forEach((name, ms) -> System.out.printf("%-40s median of %d: %5d ms%n", name, TRIES, ms));
        assertThat(medians).allSatisfy((name, ms) -> assertThat(ms).as(name).isLessThan(LIMIT.toMillis()));
    }

    private static ListQuery parcels(Status status, Stage stage, Risk risk, String depot, Integer silent) {
        return new ParcelFilter(status, stage, risk, depot, null, silent).listing();
    }

    private static long medianMs(Runnable question) {
        long[] ms = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            question.run();
            ms[i] = (System.nanoTime() - start) / 1_000_000;
        }
        Arrays.sort(ms);
        return ms[TRIES / 2];
    }
}
