package com.qualitypost.phoenix.projections.merchant;

import static com.qualitypost.phoenix.tables.Utc.column;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.qualitypost.phoenix.projections.projector.Omissions;
import com.qualitypost.phoenix.projections.projector.ShipmentRecord;
import com.qualitypost.phoenix.projections.projector.ShipmentRecord.Order;
import com.qualitypost.phoenix.tables.Timeline;
import com.qualitypost.phoenix.vocabulary.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A parcel as merchants' and operators' lists show it.
 *
 * @param columns in the order of {@link MerchantTable#COLUMNS}
 */
public record MerchantRow(String trackingNumber, List<@Nullable Object> columns, Set<Reference> references) {
    private static final int REFERENCES = MerchantTable.COLUMNS.indexOf("ticket_references");

    private static final Set<String> FINAL = Arrays.stream(Status.values())
            .filter(Status::isFinal)
            .map(Status::name)
            .collect(Collectors.toUnmodifiableSet());

    /** The size of the columns that may be long. */
    long bytes() {
        return columns.get(REFERENCES) instanceof String json ? json.getBytes(UTF_8).length : 0;
    }

    /** Leaves out what cannot be read of a shipment. */
    static MerchantRow of(ShipmentRecord shipment, Omissions omissions) {
        Order order = shipment.order();
        // A parcel whose facts are all taken back is in nobody's list.
        String merchant = order.created() == null ? null : order.merchantId();
        References references = omissions.unlessUnreadable(
                "references", () -> References.of(order.references(), omissions), References.NONE);
        LastSeen last = omissions.unlessUnreadable(
                "last_seen", () -> LastSeen.in(Timeline.read(shipment.timeline())), LastSeen.NEVER);
        return new MerchantRow(
                shipment.trackingNumber(),
                columns(shipment, order, merchant, references, last),
                references.of(shipment.trackingNumber(), merchant));
    }

    /**
     * Whether lists show the same apart from the time of writing, because a rebuild of the tables writes equal states
     * again.
     */
    public boolean isLike(ShipmentRecord shipment) {
        MerchantRow other = of(shipment, new Omissions());
        return shown().equals(other.shown()) && references.equals(other.references);
    }

    private List<@Nullable Object> shown() {
        return columns.subList(1, columns.size());
    }

    private static List<@Nullable Object> columns(
            ShipmentRecord shipment, Order order, @Nullable String merchant, References references, LastSeen last) {
        return Arrays.asList(
                column(order.updated()),
                merchant,
                references.json(),
                shipment.status(),
                column(shipment.statusSince()),
                shipment.reason(),
                shipment.actionRequired(),
                shipment.service(),
                shipment.destinationCity(),
                shipment.destinationCountry(),
                column(shipment.promised().until()),
                column(shipment.staleAfter()),
                column(lateAfter(shipment)),
                column(order.created()),
                last.depot(),
                column(last.at()),
                shipment.revision(),
                shipment.generation());
    }

    private static @Nullable Instant lateAfter(ShipmentRecord shipment) {
        return FINAL.contains(shipment.status()) ? null : shipment.promised().until();
    }
}
