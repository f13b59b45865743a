package com.qualitypost.phoenix.local.demo.world;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.demo.world.DemoDay.DemoParcel;
import com.qualitypost.phoenix.local.demo.world.DemoDay.DemoParcel.Happening;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes a day's parcels; the same seed, serial and end give the same day. */
final class Day {
    private static final Duration LENGTH = Duration.ofHours(24);
    private static final int PROMISED_FROM_HOURS = 12;
    private static final int PROMISED_HOURS = 48;

    private final RandomGenerator random;
    private final int firstSerial;
    private final Instant end;

    Day(RandomGenerator random, int firstSerial, Instant end) {
        this.random = random;
        this.firstSerial = firstSerial;
        this.end = end;
    }

    List<DemoParcel> parcels(int count) {
        List<DemoParcel> parcels = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parcels.add(parcel(TrackingNumber.ours(firstSerial + i).value(), Scenario.of(i, random)));
        }
        return parcels;
    }

    private DemoParcel parcel(String number, Scenario story) {
        Life life = new Life(random);
        new ParcelScript(life, random).tell(story);
        List<Life.Step> steps = life.steps();
        Duration whole = steps.stream().map(Life.Step::pause).reduce(Duration.ZERO, Duration::plus);
        Duration spare = LENGTH.minus(whole);
        Instant time = end.minus(whole).minusMillis(random.nextLong(1, Math.max(2, spare.toMillis())));
        List<Happening> happenings = new ArrayList<>();
        for (Life.Step step : steps) {
            time = time.plus(step.pause());
            happenings.add(happening(number, life, step, time));
        }
        return new DemoParcel(number, story, happenings);
    }

    private Happening happening(String number, Life life, Life.Step step, Instant time) {
        Instant shown = step.device().shows(time);
        Scan scan = Scan.of(
                Scan.newId(shown, random),
                number,
                step.kind().name(),
                shown.atZone(step.near().zone()).toOffsetDateTime());
        for (Map.Entry<String, Object> more : step.more().entrySet()) {
            scan = scan.with(more.getKey(), more.getValue());
        }
        return new Happening(
                time,
                step.device(),
                scan.kind().equals("TICKET_ISSUED") ? scan.with("ticket", ticket(life, number, time)) : scan);
    }

    private static Map<String, Object> ticket(Life life, String number, Instant time) {
        return Map.of(
                "merchant_id", life.merchant().id(),
                "service", "STANDARD",
                "destination", life.destination().city(),
                "references", Map.of("order", "A-" + number.substring(2, 10)),
                "promised_from",
                        time.plus(Duration.ofHours(PROMISED_FROM_HOURS)).toString(),
                "promised_until", time.plus(Duration.ofHours(PROMISED_HOURS)).toString());
    }
}
