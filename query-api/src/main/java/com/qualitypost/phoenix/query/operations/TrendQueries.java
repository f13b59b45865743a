package com.qualitypost.phoenix.query.operations;

import static com.qualitypost.phoenix.tables.MerchantShipmentIndex.OF_ALL_BY_AGE;
import static com.qualitypost.phoenix.tables.MerchantShipmentIndex.OF_ALL_BY_STATUS;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.qualitypost.phoenix.query.operations.Trends.Age;
import com.qualitypost.phoenix.query.operations.Trends.Deliveries;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts by time, each from a range of one index and of a few days only. */
final class TrendQueries {
    /** Two days and the running hour: each hour is drawn beside yesterday's. */
    static final String FACTS = """
            SELECT h.received_hour, SUM(h.facts)
              FROM phoenix.fact_hour h
             WHERE h.received_hour > UTC_TIMESTAMP() - INTERVAL 49 HOUR
               AND h.generation = (%s)
             GROUP BY h.received_hour""".formatted(OverviewQueries.NEWEST_GENERATION);

    static final String DELIVERIES = """
            SELECT DATE(s.status_since), SUM(COALESCE(s.status_since <= s.promised_until, FALSE)),
                   SUM(COALESCE(s.status_since > s.promised_until, FALSE)), SUM(s.promised_until IS NULL)
              FROM phoenix_read.merchant_shipment s FORCE INDEX (%s)
             WHERE s.status = 'DELIVERED' AND s.status_since >= UTC_DATE() - INTERVAL %d DAY
               AND s.status_since < UTC_DATE() + INTERVAL 1 DAY AND %s
             GROUP BY 1
             ORDER BY 1""".formatted(OF_ALL_BY_STATUS, Trends.DAYS - 1, OverviewQueries.REAL);

    /** The same parcels as in {@link OverviewQueries#STUCK}. */
    static final String AGES =
            """
            SELECT CASE %s END, COUNT(*)
              FROM phoenix_read.merchant_shipment s FORCE INDEX (%s)
             WHERE s.status IN (%s) AND s.last_at < UTC_TIMESTAMP(3) - INTERVAL 24 HOUR AND s.depot IS NOT NULL AND %s
             GROUP BY 1""".formatted(ages(), OF_ALL_BY_AGE, OverviewQueries.names(Stage.open()), OverviewQueries.REAL);

    private TrendQueries() {}

    static Trends read(JdbcClient node) {
        return new Trends(
                node
                        .sql(FACTS)
                        .query((row, _) -> Map.entry(row.getObject(1, LocalDateTime.class), row.getLong(2)))
                        .list()
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)),
                deliveries(node),
                node
                        .sql(AGES)
                        .query((row, _) -> Map.entry(Age.valueOf(row.getString(1)), row.getLong(2)))
                        .list()
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static List<Deliveries> deliveries(JdbcClient node) {
        return node.sql(DELIVERIES)
                .query((row, _) -> new Deliveries(
                        row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    private static String ages() {
        return Stream.of(Age.values())
                .map(age -> age.until == Integer.MAX_VALUE
                        ? "ELSE '%s'".formatted(age)
                        : "WHEN s.last_at >= UTC_TIMESTAMP(3) - INTERVAL %d DAY THEN '%s'".formatted(age.until, age))
                .collect(joining(" "));
    }
}
