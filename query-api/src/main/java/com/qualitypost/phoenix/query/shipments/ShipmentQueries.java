package com.qualitypost.phoenix.query.shipments;

import com.qualitypost.phoenix.query.database.Answer;
import com.qualitypost.phoenix.query.database.Dated;
import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.Nodes;
import com.qualitypost.phoenix.query.shipments.Item.Destination;
import com.qualitypost.phoenix.query.shipments.Item.Links;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a page of a merchant's list, with its freshness, in one statement. */
@Component
class ShipmentQueries {
    /** The page is cut before it is joined: the freshness is there also where nothing is found. */
    static final String PAGE = """
            SELECT UTC_TIMESTAMP(3), p.as_of, s.*
              FROM phoenix_read.cdc_position p
              LEFT JOIN (SELECT tracking_number, reference, status, status_since, reason, action_required, service,
                                destination_city, destination_country, promised_until, estimated_until, stale_after,
                                late_after, created_at, updated_at, CAST(%1$s AS CHAR) AS position
                           FROM phoenix_read.merchant_shipment
                          WHERE %2$s
                          ORDER BY %3$s
                          LIMIT ?) s ON TRUE
             WHERE p.id = 1""";

    private final Nodes nodes;

    ShipmentQueries(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The rows of a page, and how fresh they are. */
    record Page(Freshness freshness, List<Item> items) implements Dated {}

    /** Empty if both nodes are away. */
    Optional<Answer<Page>> page(Where where, Order order, int limit) {
        String sql = PAGE.formatted(order.column, where.sql(), order.clause());
        return nodes.ask(jdbc -> page(jdbc.sql(sql).params(where.parameters()).param(limit), order));
    }

    private static Page page(JdbcClient.StatementSpec statement, Order order) {
        return statement.query(rows -> {
            List<Item> items = new ArrayList<>();
            Freshness freshness = null;
            while (rows.next()) {
                LocalDateTime now = rows.getObject(1, LocalDateTime.class);
                freshness = new Freshness(now, rows.getObject(2, LocalDateTime.class));
                if (rows.getString("tracking_number") != null) {
                    items.add(item(rows, order, now));
                }
            }
            if (freshness == null) {
                throw new IllegalStateException("The table cdc_position has no row");
            }
            return new Page(freshness, items);
        });
    }

    private static Item item(ResultSet row, Order order, LocalDateTime now) throws SQLException {
        String number = row.getString("tracking_number");
        String city = row.getString("destination_city");
        String country = row.getString("destination_country");
        return new Item(
                number,
                row.getString("reference"),
                row.getString("status"),
                time(row, "status_since"),
                row.getString("reason"),
                row.getBoolean("action_required"),
                isPassed(row, "stale_after", now),
                isPassed(row, "late_after", now),
                row.getString("service"),
                city == null && country == null ? null : new Destination(city, country),
                time(row, "promised_until"),
                time(row, "estimated_until"),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("updated_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                new Links("/v1/tracking/" + number),
                new Cursor(order, row.getString("position"), number));
    }

    private static boolean isPassed(ResultSet row, String column, LocalDateTime now) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time != null && time.isBefore(now);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
