package com.qualitypost.phoenix.query.operations;

import static com.qualitypost.phoenix.tables.MerchantShipmentIndex.OF_ALL_BY_AGE;
import static com.qualitypost.phoenix.tables.MerchantShipmentIndex.OF_ALL_BY_PROMISE;
import static com.qualitypost.phoenix.tables.MerchantShipmentIndex.OF_ALL_BY_STATUS;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.operations.Overview.ByStatus;
import com.qualitypost.phoenix.query.operations.Overview.Depot;
import com.qualitypost.phoenix.query.operations.Overview.Gaps;
import com.qualitypost.phoenix.query.operations.Overview.Refused;
import com.qualitypost.phoenix.query.operations.Overview.Stuck;
import com.qualitypost.phoenix.vocabulary.Status;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts from covering indexes and small tables: only parcels that somebody is waiting for or whose way just ended, and
 * unbounded tables only up to a limit.
 */
@Component
class OverviewQueries {
    /** Nobody has to look after test parcels. */
    static final String REAL = "s.tracking_number NOT LIKE '" + TrackingNumber.FOR_TESTS + "%'";

    /** After a rebuild of all facts only the new counts are whole. */
    static final String NEWEST_GENERATION =
            "SELECT MAX(generation) FROM phoenix.fact_hour WHERE received_hour > UTC_TIMESTAMP() - INTERVAL 48 HOUR";

    static final String OPEN =
            """
            SELECT s.status, COUNT(*), SUM(%s), SUM(%s)
              FROM phoenix_read.merchant_shipment s FORCE INDEX (%s)
             WHERE s.status IN (%s) AND %s
             GROUP BY s.status""".formatted(Risk.AT_RISK.condition, Risk.LATE.condition, OF_ALL_BY_PROMISE, names(Stage.open()), REAL);

    static final String ENDED = """
            SELECT s.status, COUNT(*), 0, 0
              FROM phoenix_read.merchant_shipment s FORCE INDEX (%s)
             WHERE s.status IN (%s) AND s.status_since >= UTC_TIMESTAMP(3) - INTERVAL 24 HOUR AND %s
             GROUP BY s.status""".formatted(OF_ALL_BY_STATUS, names(Stage.OVER.statuses()), REAL);

    static final String STUCK = """
            SELECT s.depot, COUNT(*), SUM(s.last_at < UTC_TIMESTAMP(3) - INTERVAL 48 HOUR),
                   SUM(s.last_at < UTC_TIMESTAMP(3) - INTERVAL 72 HOUR), SUM(COUNT(*)) OVER ()
              FROM phoenix_read.merchant_shipment s FORCE INDEX (%s)
             WHERE s.status IN (%s) AND s.last_at < UTC_TIMESTAMP(3) - INTERVAL 24 HOUR AND s.depot IS NOT NULL AND %s
             GROUP BY s.depot
             ORDER BY 4 DESC, 3 DESC, 2 DESC, 1
             LIMIT %s""".formatted(OF_ALL_BY_AGE, names(Stage.open()), REAL, Top.LENGTH + 1);

    /** Full hours are compared: the current one would look like a bad one. */
    private static final String DEPOTS = """
            SELECT h.depot, n.last,
                   SUM(IF(h.received_hour > n.last, h.facts, 0)) AS running,
                   SUM(IF(h.received_hour = n.last, h.facts, 0)),
                   SUM(IF(h.received_hour = n.last - INTERVAL 24 HOUR, h.facts, 0)),
                   SUM(IF(h.received_hour > n.last - INTERVAL 24 HOUR AND h.received_hour <= n.last, h.facts, 0)) AS today,
                   SUM(IF(h.received_hour <= n.last - INTERVAL 24 HOUR, h.facts, 0))
              FROM (SELECT TIMESTAMP(DATE_FORMAT(UTC_TIMESTAMP() - INTERVAL 1 HOUR, '%Y-%m-%d %H:00:00')) AS last) n
              JOIN phoenix.fact_hour h ON h.received_hour > n.last - INTERVAL 48 HOUR
             WHERE h.generation = (""" + NEWEST_GENERATION + """
            )
             GROUP BY h.depot, n.last
             ORDER BY today DESC, running DESC, h.depot
             LIMIT\s""" + (Top.LENGTH + 1);

    private static final String RECEIVED = """
            SELECT 'LATE', COUNT(*) FROM (%1$s) some
             UNION ALL
            SELECT 'FLAGGED', COUNT(*) FROM (%2$s) some
             UNION ALL
            SELECT 'DUPLICATE', COUNT(*)
              FROM (SELECT 1 FROM phoenix.duplicate_scan
                     WHERE received_at >= UTC_TIMESTAMP(3) - INTERVAL 24 HOUR LIMIT %3$d) some""".formatted(facts("LATE"), facts("FLAGGED"), Count.MOST + 1);

    /** There are only a few reasons, and the index leads from one to the next. */
    static final String QUARANTINE = """
            SELECT r.reason,
                   (SELECT COUNT(*)
                      FROM (SELECT 1 FROM phoenix.operator_quarantine q WHERE q.reason = r.reason LIMIT %d) some)
              FROM (SELECT DISTINCT reason FROM phoenix.operator_quarantine LIMIT %d) r
             ORDER BY 2 DESC, 1""".formatted(Count.MOST + 1, Top.LENGTH);

    private static final String GAPS = """
            SELECT COUNT(*), COUNT(DISTINCT device_id), COALESCE(SUM(size), 0)
              FROM (SELECT device_id, to_seq - from_seq + 1 AS size FROM phoenix.open_gap LIMIT %d) some""".formatted(Count.MOST + 1);

    private static final RowMapper<ByStatus> BY_STATUS =
            (row, _) -> new ByStatus(Status.valueOf(row.getString(1)), row.getLong(2), row.getLong(3), row.getLong(4));

    private static final RowMapper<Stuck> STUCK_AT =
            (row, _) -> new Stuck(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));

    private static final RowMapper<Depot> DEPOT = (row, _) -> new Depot(
            row.getString(1),
            row.getObject(2, LocalDateTime.class),
            row.getLong(3),
            row.getLong(4),
            row.getLong(5),
            row.getLong(6),
            row.getLong(7));

    private final OperatorDatabase desk;

    OverviewQueries(OperatorDatabase desk) {
        this.desk = desk;
    }

    NodeAnswer<Overview> overview() {
        // The writer first: a reader that is asked later does not look behind because of that.
        Freshness writer = desk.writer().orElse(null);
        return desk.ask(node -> read(node, writer));
    }

    private static Overview read(JdbcClient node, @Nullable Freshness writer) {
        return new Overview(
                Freshness.of(node),
                writer,
                byStatus(node, OPEN),
                byStatus(node, ENDED),
                Top.of(node.sql(STUCK).query(STUCK_AT).list()),
                Top.of(node.sql(DEPOTS).query(DEPOT).list()),
                received(node),
                node.sql(QUARANTINE)
                        .query((row, _) -> new Refused(row.getString(1), Count.upTo(row.getLong(2))))
                        .list(),
                node.sql(GAPS).query((row, _) -> gaps(row)).single(),
                TrendQueries.read(node));
    }

    private static List<ByStatus> byStatus(JdbcClient node, String sql) {
        return node.sql(sql).query(BY_STATUS).list().stream()
                .sorted(Comparator.comparing(ByStatus::status))
                .toList();
    }

    private static Map<String, Count> received(JdbcClient node) {
        return node
                .sql(RECEIVED)
                .query((row, _) -> Map.entry(row.getString(1), Count.upTo(row.getLong(2))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The devices and numbers of those gaps that were counted. */
    private static Gaps gaps(ResultSet row) throws SQLException {
        boolean isMore = row.getLong(1) > Count.MOST;
        return new Gaps(new Count(row.getLong(2), isMore), new Count(row.getLong(3), isMore));
    }

    private static String facts(String outcome) {
        return """
                SELECT 1 FROM phoenix.operator_fact s
                 WHERE s.outcome = '%s' AND s.received_at >= UTC_TIMESTAMP(3) - INTERVAL 24 HOUR AND %s
                 LIMIT %d""".formatted(outcome, REAL, Count.MOST + 1);
    }

    static String names(Collection<Status> statuses) {
        return statuses.stream().map(status -> "'" + status.name() + "'").collect(joining(", "));
    }
}
