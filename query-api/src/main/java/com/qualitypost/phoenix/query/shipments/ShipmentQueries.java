package com.qualitypost.phoenix.query.shipments;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.database.Nodes;
import com.qualitypost.phoenix.query.shipments.Item.Destination;
import com.qualitypost.phoenix.query.shipments.Item.Links;
import com.qualitypost.phoenix.tables.CdcPosition;
import com.qualitypost.phoenix.tables.Utc;
import com.qualitypost.phoenix.web.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads a page of a merchant's list, with its freshness, in one statement. */
@Component
class ShipmentQueries {
    /**
     * The page is cut before it is joined, so that the freshness is returned even if nothing is found. The database
     * gives up before we would consider it dead, so that filters without an index do not stop the lookups.
     */
    private static final String PAGE = """
            SELECT /*+ MAX_EXECUTION_TIME(150) */ %5$s, page.*
              FROM %6$s
              LEFT JOIN (SELECT s.tracking_number, s.ticket_references, s.status, s.status_since, s.reason,
                                s.action_required, s.service, s.destination_city, s.destination_country,
                                s.promised_until, s.stale_after, s.late_after, s.created_at,
                                s.updated_at, CAST(%1$s AS CHAR CHARACTER SET utf8mb4) COLLATE utf8mb4_0900_bin AS position
                           FROM %2$s
                          ORDER BY %3$s
                          LIMIT :limit) page ON TRUE
             WHERE %7$s
             ORDER BY %4$s""";

    /** Of all parcels of a page; a single one may be larger. */
    private static final int MOST_BYTES = 1 << 20;

    /** Of a parcel without its references. */
    private static final int USUAL_BYTES = 1 << 10;

    private final Nodes nodes;

    ShipmentQueries(Nodes nodes) {
        this.nodes = nodes;
    }

    /**
     * The rows of a page, and how fresh they are.
     *
     * @param isMore whether there may be more after them
     */
    record Page(Freshness freshness, List<Item> items, boolean isMore) implements HasFreshness {}

    /** Empty if both nodes are away. */
    Optional<NodeAnswer<Page>> page(Selection selection, ListOrder order, int limit) {
        String sql = sql(selection, order);
        return nodes.ask(jdbc -> {
            try {
                return jdbc.sql(sql)
                        // Row by row: otherwise the driver would hold all of them in memory.
                        .withFetchSize(Integer.MIN_VALUE)
                        .params(selection.parameters())
                        .param("limit", limit)
                        .query((ResultSet rows) -> page(rows, order, limit));
            } catch (DataAccessException failure) {
                throw Nodes.gaveUp(failure) ? tooSlow() : failure;
            }
        });
    }

    static String sql(Selection selection, ListOrder order) {
        return PAGE.formatted(
                order.column,
                selection.sql(),
                order.clause(),
                order.clauseOfPage(),
                CdcPosition.FRESHNESS,
                CdcPosition.ROW,
                CdcPosition.IS_THE_ROW);
    }

    private static Page page(ResultSet rows, ListOrder order, int limit) throws SQLException {
        List<Item> items = new ArrayList<>();
        Freshness freshness = null;
        long bytes = 0;
        boolean fits = true;
        while (fits && rows.next()) {
            LocalDateTime now = rows.getObject(1, LocalDateTime.class);
            freshness = new Freshness(now, rows.getObject(2, LocalDateTime.class));
            if (rows.getString("tracking_number") != null) {
                Item item = item(rows, order, now);
                bytes += bytes(item);
                fits = bytes <= MOST_BYTES || items.isEmpty();
                if (fits) {
                    items.add(item);
                }
            }
        }
        if (freshness == null) {
            throw new IllegalStateException("The table cdc_position has no row");
        }
        return new Page(freshness, items, !fits || items.size() == limit);
    }

    private static int bytes(Item item) {
        String references = item.references();
        return USUAL_BYTES + (references == null ? 0 : references.getBytes(UTF_8).length);
    }

    private static Item item(ResultSet row, ListOrder order, LocalDateTime now) throws SQLException {
        String number = row.getString("tracking_number");
        String city = row.getString("destination_city");
        String country = row.getString("destination_country");
        return new Item(
                number,
                row.getString("ticket_references"),
                row.getString("status"),
                Utc.instantOrNull(row, "status_since"),
                row.getString("reason"),
                row.getBoolean("action_required"),
                isPassed(row, "stale_after", now),
                isPassed(row, "late_after", now),
                row.getString("service"),
                city == null && country == null ? null : new Destination(city, country),
                Utc.instantOrNull(row, "promised_until"),
                Utc.instant(row, "created_at"),
                Utc.instant(row, "updated_at"),
                new Links("/v1/tracking/" + number),
                new ListCursor(order, row.getString("position"), number));
    }

    private static ProblemException tooSlow() {
        return new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "list_too_slow",
                        "List too slow",
                        "These filters together take too long. Leave one out, or narrow them by 'created_from' and 'created_to'.")
                .retryable();
    }

    private static boolean isPassed(ResultSet row, String column, LocalDateTime now) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time != null && time.isBefore(now);
    }
}
