package com.qualitypost.phoenix.ingest.table.row;

import com.qualitypost.phoenix.schemas.Place;
import com.qualitypost.phoenix.schemas.ShipmentState;
import com.qualitypost.phoenix.schemas.Ticket;
import com.qualitypost.phoenix.schemas.TimelineEntry;
import com.qualitypost.phoenix.tables.FencedUpsert;
import com.qualitypost.phoenix.tables.FencedUpsert.Column;
import com.qualitypost.phoenix.tables.Utc;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of {@code shipment}: the latest state of a parcel. */
record ShipmentRow(ShipmentState state, Ticket ticket, Place destination) {
    private static final List<Column<ShipmentRow>> COLUMNS = List.of(
            column("tracking_number", row -> row.state.getTrackingNumber()),
            column("rules_version", row -> row.state.getRulesVersion()),
            column("status", row -> row.state.getStatus().name()),
            column("previous_status", row -> row.state.getPreviousStatus().name()),
            column("status_since", row -> Utc.column(row.state.getStatusSince())),
            column("reason", row -> row.state.getReason()),
            column("action_required", row -> row.state.getActionRequired()),
            column("needs_review", row -> row.state.getNeedsReview()),
            column("origin", row -> row.state.getOrigin().name()),
            column("merchant_id", row -> row.ticket.getMerchantId()),
            column("service", row -> row.ticket.getService()),
            column("destination_city", row -> row.destination.getCity()),
            column("destination_postcode", row -> row.destination.getPostcode()),
            column("destination_country", row -> row.destination.getCountry()),
            column("promised_from", row -> Utc.column(row.ticket.getPromisedFrom())),
            column("promised_until", row -> Utc.column(row.ticket.getPromisedUntil())),
            column("last_event_at", row -> Utc.column(row.state.getLastEventAt())),
            column("stale_after", row -> Utc.column(row.state.getStaleAfter())),
            column("delivered_to", row -> row.state.getDeliveredTo()),
            column("proof", row -> row.state.getProof()),
            column("timeline", row -> TimelineColumn.of(row.state.getTimeline())),
            column("ticket_references", row -> ReferencesJson.of(row.ticket.getReferences())),
            column("first_event_at", row -> firstEventAt(row.state.getTimeline())),
            column("revision", row -> row.state.getRevision()),
            column("generation", row -> row.state.getGeneration()));

    static FencedUpsert<ShipmentRow> into(String table) {
        return new FencedUpsert<>(table, COLUMNS).stamping("written_at");
    }

    static ShipmentRow of(ShipmentState state) {
        Ticket ticket =
                state.getTicket() == null ? new Ticket(null, null, null, Map.of(), null, null) : state.getTicket();
        Place destination =
                ticket.getDestination() == null ? new Place(null, null, null, null, null) : ticket.getDestination();
        return new ShipmentRow(state, ticket, destination);
    }

    private static Column<ShipmentRow> column(String name, Function<ShipmentRow, @Nullable Object> value) {
        return new Column<>(name, value);
    }

    private static @Nullable Object firstEventAt(List<TimelineEntry> timeline) {
        return timeline.isEmpty() ? null : Utc.column(timeline.getFirst().getOccurredAt());
    }
}
