package com.qualitypost.phoenix.ingest.table.row;

import static com.qualitypost.phoenix.tables.Utc.column;

import com.qualitypost.phoenix.schemas.Place;
import com.qualitypost.phoenix.schemas.ShipmentState;
import com.qualitypost.phoenix.schemas.Ticket;
import com.qualitypost.phoenix.schemas.TimelineEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of {@code shipment}: the latest state of a parcel. */
final class ShipmentRow {

    private static final List<String> FENCED = List.of(
            "rules_version",
            "status",
            "previous_status",
            "status_since",
            "reason",
            "action_required",
            "needs_review",
            "origin",
            "merchant_id",
            "service",
            "destination_city",
            "destination_postcode",
            "destination_country",
            "promised_from",
            "promised_until",
            "last_event_at",
            "stale_after",
            "delivered_to",
            "proof",
            "timeline",
            "ticket_references",
            "first_event_at");

    private static final String NEWER = "(n.generation, n.revision) > (shipment.generation, shipment.revision)";

    static final String INSERT = """
            INSERT INTO shipment
              (tracking_number, rules_version, status, previous_status, status_since, reason, action_required,
               needs_review, origin, merchant_id, service, destination_city, destination_postcode, destination_country,
               promised_from, promised_until, last_event_at, stale_after,
               delivered_to, proof, timeline, ticket_references, first_event_at, revision, generation)""";

    /**
     * An older state never overwrites a newer one. Assignments run from left to right and see earlier ones, so the
     * compared columns come last: the generation after the revision.
     */
    static final String UPDATE = FENCED.stream()
            .map(column -> column + " = IF(" + NEWER + ", n." + column + ", shipment." + column + ")")
            .collect(Collectors.joining(
                    ",\n  ",
                    "ON DUPLICATE KEY UPDATE\n  written_at = IF(" + NEWER
                            + ", CURRENT_TIMESTAMP(3), shipment.written_at),\n  ",
                    """
                    ,
                      revision = IF(n.generation > shipment.generation, n.revision,
                                 IF(n.generation = shipment.generation, GREATEST(n.revision, shipment.revision), shipment.revision)),
                      generation = GREATEST(n.generation, shipment.generation)"""));

    private ShipmentRow() {}

    static Object[] of(ShipmentState state) {
        Ticket ticket =
                state.getTicket() == null ? new Ticket(null, null, null, Map.of(), null, null) : state.getTicket();
        Place destination =
                ticket.getDestination() == null ? new Place(null, null, null, null, null) : ticket.getDestination();
        return new Object[] {
            state.getTrackingNumber(),
            state.getRulesVersion(),
            state.getStatus().name(),
            state.getPreviousStatus().name(),
            column(state.getStatusSince()),
            state.getReason(),
            state.getActionRequired(),
            state.getNeedsReview(),
            state.getOrigin().name(),
            ticket.getMerchantId(),
            ticket.getService(),
            destination.getCity(),
            destination.getPostcode(),
            destination.getCountry(),
            column(ticket.getPromisedFrom()),
            column(ticket.getPromisedUntil()),
            column(state.getLastEventAt()),
            column(state.getStaleAfter()),
            state.getDeliveredTo(),
            state.getProof(),
            TimelineColumn.of(state.getTimeline()),
            ReferencesJson.of(ticket.getReferences()),
            firstEventAt(state.getTimeline()),
            state.getRevision(),
            state.getGeneration()
        };
    }

    private static @Nullable Object firstEventAt(List<TimelineEntry> timeline) {
        return timeline.isEmpty() ? null : column(timeline.getFirst().getOccurredAt());
    }
}
