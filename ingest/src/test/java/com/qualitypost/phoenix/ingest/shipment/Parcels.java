package com.qualitypost.phoenix.ingest.shipment;

import com.qualitypost.phoenix.ingest.shipment.Fact.Reporter;
import com.qualitypost.phoenix.ingest.shipment.service.TimeWindow;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The vocabulary of the rules' tests. */
final class Parcels {
    /** Monday to Friday, everywhere. */
    static final Rules RULES =
            new Rules(1, 1_000, (day, _) -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);

    private Parcels() {}

    static Shipment unheardOf() {
        return Shipment.of(RULES, List.of());
    }

    /** A scan at this time of day; its id follows from kind and time. */
    static Fact scan(Kind kind, String time) {
        return scan(UUID.nameUUIDFromBytes((kind + time).getBytes(StandardCharsets.UTF_8)), kind, time);
    }

    /** A scan of a kind that only a newer version knows. */
    static Fact newerScan(String kind, String time) {
        return fact(
                UUID.nameUUIDFromBytes((kind + time).getBytes(StandardCharsets.UTF_8)),
                kind,
                at(time),
                at(time),
                null,
                null);
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
        return ticket(scan(Kind.TICKET_ISSUED, time), "M-1", service);
    }

    /** Later for a higher number. */
    static Fact ticket(int number, Map<String, String> references) {
        return ticket(number, new UUID(1, number), references);
    }

    static Fact ticket(int minute, UUID id, Map<String, String> references) {
        Fact issued = scan(id, Kind.TICKET_ISSUED, "%02d:%02d".formatted(minute / 60, minute % 60));
        return with(issued, issued.clocks(), issued.place(), new Ticket("M-1", null, null, references, null, null));
    }

    static Fact ticket(Fact issued, String merchant, String service) {
        Ticket ticket = new Ticket(merchant, service, null, Map.of(), null, null);
        return with(issued, issued.clocks(), issued.place(), ticket);
    }

    /** A ticket written at this time with this offset, and at this place if one is given. */
    static Fact ticket(
            String written, @Nullable Place origin, @Nullable Place destination, @Nullable TimeWindow promised) {
        OffsetDateTime then = OffsetDateTime.parse(written);
        Clocks clocks = new Clocks(
                then.toInstant(),
                then.getOffset().getTotalSeconds() / 60,
                then.toInstant(),
                then.toInstant(),
                Clocks.TimeQuality.SYNCED);
        Ticket ticket = new Ticket(
                "M-1",
                "STANDARD",
                destination,
                Map.of(),
                promised == null ? null : promised.from(),
                promised == null ? null : promised.until());
        return with(scan(UUID.randomUUID(), Kind.TICKET_ISSUED, "09:00"), clocks, origin, ticket);
    }

    static Place city(String name) {
        return new Place(null, null, name, null, "MX");
    }

    static Place postcode(String postcode) {
        return new Place(null, null, null, postcode, "MX");
    }

    static Fact at(Fact fact, String instant) {
        Instant then = Instant.parse(instant);
        return with(fact, new Clocks(then, -360, then, then, Clocks.TimeQuality.SYNCED), fact.place(), fact.ticket());
    }

    static Fact at(Fact fact, @Nullable Place place) {
        return with(fact, fact.clocks(), place, fact.ticket());
    }

    static Fact receivedAt(Fact fact, String received, String corrected) {
        Clocks clocks = fact.clocks();
        Clocks copy =
                new Clocks(clocks.occurredAt(), clocks.offsetMinutes(), at(corrected), at(received), clocks.quality());
        return with(fact, copy, fact.place(), fact.ticket());
    }

    private static Fact with(Fact fact, Clocks clocks, @Nullable Place place, @Nullable Ticket ticket) {
        return new Fact(
                fact.scanId(),
                fact.kind(),
                clocks,
                fact.reporter(),
                place,
                fact.nextPlace(),
                fact.reason(),
                fact.delivery(),
                fact.corrects(),
                ticket,
                fact.point());
    }

    static Fact fact(
            UUID id, Kind kind, Instant occurred, Instant received, @Nullable String reason, @Nullable UUID corrects) {
        return fact(id, kind.name(), occurred, received, reason, corrects);
    }

    private static Fact fact(
            UUID id,
            String kind,
            Instant occurred,
            Instant received,
            @Nullable String reason,
            @Nullable UUID corrects) {
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
        Shipment shipment = unheardOf();
        for (Fact fact : facts) {
            shipment = shipment.on(fact).shipment();
        }
        return shipment;
    }
}
