package com.qualitypost.phoenix.ingest.gateway;

import static java.time.temporal.ChronoUnit.MILLIS;

import com.qualitypost.phoenix.ingest.gateway.ScanItem.CorrectionItem;
import com.qualitypost.phoenix.ingest.gateway.ScanItem.PlaceItem;
import com.qualitypost.phoenix.ingest.gateway.ScanItem.PointItem;
import com.qualitypost.phoenix.ingest.gateway.ScanItem.TicketItem;
import com.qualitypost.phoenix.ingest.gateway.body.ScanBatch;
import com.qualitypost.phoenix.schemas.Correction;
import com.qualitypost.phoenix.schemas.Place;
import com.qualitypost.phoenix.schemas.Position;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.Source;
import com.qualitypost.phoenix.schemas.Ticket;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns scans from JSON into Avro. */
final class AvroScans {
    private AvroScans() {}

    static Scan scan(ScanItem item, TrackingNumber number, DeviceClock clock, ScanBatch batch) {
        Instant occurredAt = item.occurredAt().toInstant().truncatedTo(MILLIS);
        DeviceClock.Estimate when = clock.estimate(occurredAt, item.bootId(), item.uptimeMs());
        return Scan.newBuilder()
                .setScanId(item.scanId().id())
                .setTrackingNumber(number.value())
                .setKind(item.kind())
                .setOccurredAt(occurredAt)
                .setOffsetMinutes(item.occurredAt().getOffset().getTotalSeconds() / 60)
                .setCorrectedAt(when.correctedAt())
                .setReceivedAt(clock.receivedAt())
                .setTimeQuality(when.quality())
                .setSource(batch.source() == null ? Source.HANDHELD : batch.source())
                .setSourceCode(item.sourceCode())
                .setDeviceId(batch.deviceId())
                .setDeviceSeq(item.deviceSeq())
                .setDeviceBootId(item.bootId())
                .setDeviceUptimeMs(item.uptimeMs())
                .setPlace(place(item.place()))
                .setNextPlace(place(item.nextPlace()))
                .setReason(item.reason())
                .setDeliveredTo(item.deliveredTo())
                .setCashCollected(item.cashCollected())
                .setProofSha256(item.proofSha256())
                .setCorrects(correction(item.corrects()))
                .setTicket(ticket(item.ticket()))
                .setPosition(position(item.position()))
                .setAttributes(orEmpty(item.attributes()))
                .build();
    }

    private static @Nullable Place place(@Nullable PlaceItem place) {
        return place == null
                ? null
                : new Place(place.code(), place.name(), place.city(), place.postcode(), place.country());
    }

    private static @Nullable Correction correction(@Nullable CorrectionItem correction) {
        return correction == null ? null : new Correction(correction.scanId().id(), correction.error());
    }

    private static @Nullable Ticket ticket(@Nullable TicketItem ticket) {
        return ticket == null
                ? null
                : new Ticket(
                        ticket.merchantId(),
                        ticket.service(),
                        place(ticket.destination()),
                        orEmpty(ticket.references()),
                        instant(ticket.promisedFrom()),
                        instant(ticket.promisedUntil()));
    }

    private static @Nullable Position position(@Nullable PointItem point) {
        return point == null ? null : new Position(point.latitude(), point.longitude());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant().truncatedTo(MILLIS);
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
