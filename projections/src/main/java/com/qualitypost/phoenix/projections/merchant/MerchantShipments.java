package com.qualitypost.phoenix.projections.merchant;

import static com.qualitypost.phoenix.projections.database.Utc.column;

import com.qualitypost.phoenix.projections.projector.Batch;
import com.qualitypost.phoenix.projections.projector.Projection;
import com.qualitypost.phoenix.projections.projector.Shipment;
import com.qualitypost.phoenix.projections.projector.Shipment.Order;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps {@code merchant_shipment} as the shipments are. Its changes take no numbers: nobody is told of them. */
@Component
public class MerchantShipments implements Projection {

    private static final int ROWS_AT_ONCE = 256;
    private static final Set<String> OVER = Set.of("DELIVERED", "RETURNED", "FAILED", "CANCELLED");

    // In this order: assignments see what earlier ones assigned, so the revision and then the generation come last.
    private static final List<String> COLUMNS = List.of(
            "merchant_id",
            "reference",
            "status",
            "status_since",
            "reason",
            "action_required",
            "service",
            "destination_city",
            "destination_country",
            "promised_until",
            "estimated_until",
            "stale_after",
            "late_after",
            "created_at",
            "updated_at",
            "revision",
            "generation");

    private static final String UPSERT = """
            INSERT INTO merchant_shipment (tracking_number, %s)
            VALUES %s AS n
            ON DUPLICATE KEY UPDATE
              %s
            """;
    private static final String TAKE_IF_NEWER = """
            %1$s = IF((n.generation, n.revision) > (merchant_shipment.generation, merchant_shipment.revision),
                      n.%1$s, merchant_shipment.%1$s)""";
    private static final String ASSIGNMENTS =
            COLUMNS.stream().map(TAKE_IF_NEWER::formatted).collect(Collectors.joining(",\n  "));
    private static final String ROW = places(COLUMNS.size() + 1);
    private static final String REMOVE = "DELETE FROM merchant_shipment WHERE tracking_number IN %s";
    private static final String REMOVE_AFTER = "DELETE FROM merchant_shipment WHERE tracking_number > ?";
    private static final String REMOVE_BETWEEN = REMOVE_AFTER + " AND tracking_number <= ?";

    private final JdbcTemplate db;

    MerchantShipments(JdbcTemplate db) {
        this.db = db;
    }

    @Override
    public void apply(Batch batch, long changesBefore) {
        upsert(batch.shipments());
        remove(batch.removed());
    }

    /** Writes a batch as {@link #apply} does, also where rows are there that are as new. */
    public void replace(Batch batch) {
        remove(batch.shipments().stream().map(Shipment::trackingNumber).toList());
        apply(batch, 0);
    }

    /** Makes the rows after {@code after} up to {@code end} (null: all of them) those of {@code shipments}. */
    public void replace(String after, @Nullable String end, List<Shipment> shipments) {
        if (end == null) {
            db.update(REMOVE_AFTER, after);
        } else {
            db.update(REMOVE_BETWEEN, after, end);
        }
        upsert(shipments);
    }

    private void upsert(List<Shipment> shipments) {
        List<Object[]> rows = shipments.stream()
                .filter(MerchantShipments::isListed)
                .map(MerchantShipments::row)
                .toList();
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            List<Object[]> next = rows.subList(from, Math.min(from + ROWS_AT_ONCE, rows.size()));
            String values = String.join(", ", Collections.nCopies(next.size(), ROW));
            db.update(
                    UPSERT.formatted(String.join(", ", COLUMNS), values, ASSIGNMENTS),
                    next.stream().flatMap(Arrays::stream).toArray());
        }
    }

    private void remove(List<String> numbers) {
        for (int from = 0; from < numbers.size(); from += ROWS_AT_ONCE) {
            List<String> next = numbers.subList(from, Math.min(from + ROWS_AT_ONCE, numbers.size()));
            db.update(REMOVE.formatted(places(next.size())), next.toArray());
        }
    }

    private static boolean isListed(Shipment shipment) {
        Order order = shipment.order();
        return order.merchantId() != null && order.created() != null && order.updated() != null;
    }

    private static @Nullable Object[] row(Shipment shipment) {
        Order order = shipment.order();
        return new @Nullable Object[] {
            shipment.trackingNumber(),
            order.merchantId(),
            order.reference(),
            shipment.status(),
            column(shipment.statusSince()),
            shipment.reason(),
            shipment.actionRequired(),
            shipment.service(),
            shipment.destinationCity(),
            shipment.destinationCountry(),
            column(shipment.promised().until()),
            column(shipment.estimated().until()),
            column(shipment.staleAfter()),
            column(lateAfter(shipment)),
            column(order.created()),
            column(order.updated()),
            shipment.revision(),
            shipment.generation()
        };
    }

    private static @Nullable Instant lateAfter(Shipment shipment) {
        return OVER.contains(shipment.status()) ? null : shipment.promised().until();
    }

    private static String places(int count) {
        return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }
}
