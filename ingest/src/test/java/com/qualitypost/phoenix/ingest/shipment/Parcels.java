package com.qualitypost.phoenix.ingest.shipment;

import com.qualitypost.phoenix.vocabulary.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The vocabulary of the rules' tests. */
final class Parcels {

    private Parcels() {}

    /** A scan at this time of day; its id follows from kind and time. */
    static Fact scan(Kind kind, String time) {
        return scan(UUID.nameUUIDFromBytes((kind + time).getBytes(StandardCharsets.UTF_8)), kind, time);
    }

    static Fact scan(UUID id, Kind kind, String time) {
        return fact(id, kind, at(time), at(time), null, null);
    }

    static Fact because(String reason, Kind kind, String time) {
        Fact plain = scan(kind, time);
        return fact(plain.scanId(), kind, at(time), at(time), reason, null);
    }

    static Fact correction(Fact wrong, String time) {
        return fact(
                UUID.nameUUIDFromBytes((wrong.scanId() + time).getBytes(StandardCharsets.UTF_8)),
                Kind.CORRECTION,
                at(time),
                at(time),
                null,
                wrong.scanId());
    }

    static Fact ticket(String service, String time) {
        Fact plain = scan(Kind.TICKET_ISSUED, time);
        return new Fact(
                plain.scanId(),
                plain.kind(),
                plain.clocks(),
                plain.reporter(),
                null,
                null,
                null,
                null,
                null,
                new Ticket("M-1", service, null, java.util.Map.of(), null, null),
                null);
    }

    static Fact receivedAt(Fact fact, String received, String corrected) {
        Clocks clocks = fact.clocks();
        return new Fact(
                fact.scanId(),
                fact.kind(),
                new Clocks(clocks.occurredAt(), clocks.offsetMinutes(), at(corrected), at(received), clocks.quality()),
                fact.reporter(),
                fact.place(),
                fact.nextPlace(),
                fact.reason(),
                fact.delivery(),
                fact.corrects(),
                fact.ticket(),
                fact.point());
    }

    static Fact fact(
            UUID id, Kind kind, Instant occurred, Instant received, @Nullable String reason, @Nullable UUID corrects) {
        return new Fact(
                id,
                kind,
                new Clocks(occurred, -360, occurred, received, Clocks.TimeQuality.SYNCED),
                new Reporter("HANDHELD", null, "HH-1", null, null, null),
                null,
                null,
                reason,
                null,
                corrects,
                null,
                null);
    }

    static Instant at(String time) {
        return Instant.parse("2026-11-22T" + time + ":00Z");
    }

    static Shipment parcel(Fact... facts) {
        Shipment shipment = Shipment.unheardOf();
        for (Fact fact : facts) {
            shipment = shipment.on(fact).shipment();
        }
        return shipment;
    }
}
