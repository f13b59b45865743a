package com.qualitypost.phoenix.ingest.stream.record;

import com.qualitypost.phoenix.ingest.shipment.Clocks;
import com.qualitypost.phoenix.ingest.shipment.CurrentState;
import com.qualitypost.phoenix.ingest.shipment.Entry;
import com.qualitypost.phoenix.ingest.shipment.Fact.Delivery;
import com.qualitypost.phoenix.ingest.shipment.Place;
import com.qualitypost.phoenix.ingest.shipment.Ticket;
import com.qualitypost.phoenix.ingest.shipment.service.TimeWindow;
import com.qualitypost.phoenix.schemas.Origin;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import com.qualitypost.phoenix.schemas.ShipmentState;
import com.qualitypost.phoenix.schemas.ShipmentStatus;
import com.qualitypost.phoenix.schemas.TimeQuality;
import com.qualitypost.phoenix.schemas.TimelineEntry;
import com.qualitypost.phoenix.vocabulary.Status;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns the types of the rules into Avro records. */
public final class AvroStates {
    private AvroStates() {}

    public static ShipmentState state(String trackingNumber, ShipmentHistory history, CurrentState standing) {
        Delivery delivery = standing.delivery();
        return ShipmentState.newBuilder()
                .setTrackingNumber(trackingNumber)
                .setGeneration(history.getGeneration())
                .setRevision(history.getRevision())
                .setRulesVersion(history.getRulesVersion())
                .setStatus(status(standing.status()))
                .setPreviousStatus(status(standing.previousStatus()))
                .setStatusSince(standing.statusSince())
                .setReason(standing.reason())
                .setActionRequired(standing.actionRequired())
                .setNeedsReview(standing.needsReview())
                .setOrigin(standing.ticketed() ? Origin.TICKET : Origin.SCAN)
                .setTicket(ticket(standing.ticket(), standing.promised()))
                .setLastEventAt(standing.lastEventAt())
                .setStaleAfter(standing.staleAfter())
                .setDeliveredTo(delivery == null ? null : delivery.to())
                .setProof(delivery != null && delivery.proofSha256() != null)
                .setTimeline(standing.timeline().stream().map(AvroStates::entry).toList())
                .build();
    }

    public static ShipmentStatus status(@Nullable Status status) {
        return switch (status) {
            case null -> ShipmentStatus.UNKNOWN;
            case CREATED -> ShipmentStatus.CREATED;
            case PICKED_UP -> ShipmentStatus.PICKED_UP;
            case IN_TRANSIT -> ShipmentStatus.IN_TRANSIT;
            case ON_HOLD -> ShipmentStatus.ON_HOLD;
            case OUT_FOR_DELIVERY -> ShipmentStatus.OUT_FOR_DELIVERY;
            case DELIVERY_ATTEMPTED -> ShipmentStatus.DELIVERY_ATTEMPTED;
            case AVAILABLE_FOR_PICKUP -> ShipmentStatus.AVAILABLE_FOR_PICKUP;
            case RETURNING -> ShipmentStatus.RETURNING;
            case DELIVERED -> ShipmentStatus.DELIVERED;
            case RETURNED -> ShipmentStatus.RETURNED;
            case FAILED -> ShipmentStatus.FAILED;
            case CANCELLED -> ShipmentStatus.CANCELLED;
        };
    }

    public static String code(Entry.Note note) {
        return note.name().toLowerCase(Locale.ROOT);
    }

    private static TimelineEntry entry(Entry entry) {
        Clocks clocks = entry.fact().clocks();
        Entry.Note note = entry.note();
        return TimelineEntry.newBuilder()
                .setScanId(entry.fact().scanId())
                .setKind(entry.fact().kind())
                .setStatus(entry.fact().status().map(Status::name).orElse(null))
                .setMoved(entry.moved())
                .setOccurredAt(clocks.correctedAt())
                .setOffsetMinutes(entry.fact().localTime().getOffset().getTotalSeconds() / 60)
                .setTimeQuality(
                        switch (clocks.quality()) {
                            case SYNCED -> TimeQuality.SYNCED;
                            case CORRECTED -> TimeQuality.CORRECTED;
                            case UNSYNCED -> TimeQuality.UNSYNCED;
                        })
                .setPlace(place(entry.fact().place()))
                .setNextPlace(place(entry.fact().nextPlace()))
                .setReason(entry.fact().reason())
                .setNote(note == null ? null : code(note))
                .build();
    }

    private static com.qualitypost.phoenix.schemas.@Nullable Place place(@Nullable Place place) {
        return place == null
                ? null
                : new com.qualitypost.phoenix.schemas.Place(
                        place.code(), place.name(), place.city(), place.postcode(), place.country());
    }

    private static com.qualitypost.phoenix.schemas.@Nullable Ticket ticket(
            @Nullable Ticket ticket, @Nullable TimeWindow promised) {
        return ticket == null
                ? null
                : com.qualitypost.phoenix.schemas.Ticket.newBuilder()
                        .setMerchantId(ticket.merchantId())
                        .setService(ticket.service())
                        .setDestination(place(ticket.destination()))
                        .setReferences(ticket.references())
                        .setPromisedFrom(promised == null ? null : promised.from())
                        .setPromisedUntil(promised == null ? null : promised.until())
                        .build();
    }
}
