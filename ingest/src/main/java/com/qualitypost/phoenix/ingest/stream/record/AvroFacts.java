package com.qualitypost.phoenix.ingest.stream.record;

import com.qualitypost.phoenix.ingest.shipment.Clocks;
import com.qualitypost.phoenix.ingest.shipment.Fact;
import com.qualitypost.phoenix.ingest.shipment.Fact.Delivery;
import com.qualitypost.phoenix.ingest.shipment.Fact.GeoPoint;
import com.qualitypost.phoenix.ingest.shipment.Fact.Reporter;
import com.qualitypost.phoenix.ingest.shipment.Place;
import com.qualitypost.phoenix.ingest.shipment.Ticket;
import com.qualitypost.phoenix.schemas.Correction;
import com.qualitypost.phoenix.schemas.Position;
import com.qualitypost.phoenix.schemas.Scan;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns Avro records into the types of the rules. */
public final class AvroFacts {
    private AvroFacts() {}

    public static Fact fact(Scan scan) {
        return new Fact(
                scan.getScanId(),
                scan.getKind(),
                clocks(scan),
                reporter(scan),
                place(scan.getPlace()),
                place(scan.getNextPlace()),
                scan.getReason(),
                delivery(scan),
                corrects(scan.getCorrects()),
                ticket(scan.getTicket()),
                point(scan.getPosition()));
    }

    private static Clocks clocks(Scan scan) {
        return new Clocks(
                scan.getOccurredAt(),
                scan.getOffsetMinutes(),
                scan.getCorrectedAt(),
                scan.getReceivedAt(),
                switch (scan.getTimeQuality()) {
                    case SYNCED -> Clocks.TimeQuality.SYNCED;
                    case CORRECTED -> Clocks.TimeQuality.CORRECTED;
                    // A quality that this version does not know is trusted no more than none.
                    case UNSYNCED, UNKNOWN -> Clocks.TimeQuality.UNSYNCED;
                });
    }

    private static Reporter reporter(Scan scan) {
        return new Reporter(
                scan.getSource().name(),
                scan.getSourceCode(),
                scan.getDeviceId(),
                scan.getDeviceSeq(),
                scan.getDeviceBootId(),
                scan.getDeviceUptimeMs());
    }

    private static @Nullable Place place(com.qualitypost.phoenix.schemas.@Nullable Place place) {
        return place == null
                ? null
                : new Place(place.getCode(), place.getName(), place.getCity(), place.getPostcode(), place.getCountry());
    }

    private static @Nullable Delivery delivery(Scan scan) {
        return scan.getDeliveredTo() == null && scan.getCashCollected() == null && scan.getProofSha256() == null
                ? null
                : new Delivery(scan.getDeliveredTo(), scan.getCashCollected(), scan.getProofSha256());
    }

    private static @Nullable UUID corrects(@Nullable Correction correction) {
        return correction == null ? null : correction.getScanId();
    }

    private static @Nullable Ticket ticket(com.qualitypost.phoenix.schemas.@Nullable Ticket ticket) {
        return ticket == null
                ? null
                : new Ticket(
                        ticket.getMerchantId(),
                        ticket.getService(),
                        place(ticket.getDestination()),
                        ticket.getReferences(),
                        ticket.getPromisedFrom(),
                        ticket.getPromisedUntil());
    }

    private static @Nullable GeoPoint point(@Nullable Position position) {
        return position == null ? null : new GeoPoint(position.getLatitude(), position.getLongitude());
    }
}
