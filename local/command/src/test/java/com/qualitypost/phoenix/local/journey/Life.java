package com.qualitypost.phoenix.local.journey;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.client.Scan.ScanPlace;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The life of a parcel: one scan an hour since yesterday, in Mexico City. */
final class Life {
    private static final String NO_NUMBER_YET = "";
    private static final ScanPlace DEPOT =
            new ScanPlace("MEX01", "Depósito Vallejo", "Ciudad de México", "07700", "MX");

    private OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(-6))
            .truncatedTo(ChronoUnit.MILLIS)
            .minus(Duration.ofHours(20));

    Scan next(Kind kind) {
        now = now.plusHours(1);
        UUID id = Scan.newId(now.toInstant(), ThreadLocalRandom.current());
        return Scan.of(id, NO_NUMBER_YET, kind.name(), now).with("place", DEPOT);
    }

    /**
     * A life with everything that makes order difficult: a delivery that did not occur, two scans at the same time, a
     * position, scans after the end.
     */
    static List<Scan> eventful() {
        Life life = new Life();
        List<Scan> scans = new ArrayList<>();
        scans.add(life.next(Kind.TICKET_ISSUED)
                .with(
                        "ticket",
                        Map.of("service", "express", "destination", Map.of("city", "Guadalajara", "country", "MX"))));
        scans.add(life.next(Kind.PICKED_UP));
        scans.add(life.next(Kind.ARRIVED));
        Scan departed = life.next(Kind.DEPARTED);
        scans.add(departed);
        scans.add(Scan.of(UUID.randomUUID(), NO_NUMBER_YET, Kind.HELD.name(), departed.occurredAt())
                .with("reason", "weather_closed"));
        scans.add(life.next(Kind.POSITION).with("position", Map.of("latitude", 20.1, "longitude", -101.2)));
        scans.add(life.next(Kind.OUT_FOR_DELIVERY));
        Scan mistake = life.next(Kind.DELIVERED);
        scans.add(mistake);
        scans.add(life.next(Kind.CORRECTION)
                .with("corrects", Map.of("scan_id", mistake.scanId(), "error", "did_not_occur")));
        scans.add(life.next(Kind.DELIVERY_FAILED).with("reason", "consignee_absent"));
        scans.add(life.next(Kind.OUT_FOR_DELIVERY));
        scans.add(life.next(Kind.DELIVERED).with("delivered_to", "neighbour"));
        scans.add(life.next(Kind.ARRIVED));
        return scans;
    }
}
