package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.client.WriterTables.NumberRange;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * A device with some parcels at a time: each scan is the next step of one of them, one that was held back for a while,
 * or a repetition. The clock of every fourth device is days ahead.
 */
final class SimulatedDevice {
    private static final int AT_A_TIME = 20;
    private static final int REMEMBERED = 100;
    private static final int MOST_PARCELS = 20_000;
    private static final double REPEATED = 0.05;
    private static final double KEPT_BACK = 0.03;
    private static final int MOST_KEPT_BACK = 10;
    private static final double UNKNOWN = 0.005;
    private static final Duration AHEAD = Duration.ofDays(3);
    private static final Duration STEP = Duration.ofMinutes(20);
    private static final ZoneOffset MEXICO_CITY = ZoneOffset.ofHours(-6);
    private static final List<Kind> LIFE = List.of(
            Kind.PICKED_UP,
            Kind.ARRIVED,
            Kind.SORTED,
            Kind.DEPARTED,
            Kind.ARRIVED,
            Kind.HELD,
            Kind.OUT_FOR_DELIVERY,
            Kind.DELIVERY_FAILED,
            Kind.OUT_FOR_DELIVERY,
            Kind.DELIVERED);

    private final int index;
    private final RandomGenerator random;
    private final List<Way> ways = new ArrayList<>();
    private final List<Scan> keptBack = new ArrayList<>();
    private final List<Scan> sent = new ArrayList<>();
    private final Duration ahead;
    private final Instant began;
    private volatile int parcels;
    private long lastSeq;

    /** The rest of one parcel's life. */
    private static final class Way {
        final String number;
        int steps;

        Way(String number) {
            this.number = number;
        }
    }

    SimulatedDevice(int index, RandomGenerator random, Instant now) {
        this.index = index;
        this.random = random;
        this.ahead = index % 4 == 3 ? AHEAD : Duration.ZERO;
        // All of it is in the past, however many steps there are.
        this.began = now.plus(ahead).minus(STEP.multipliedBy(LIFE.size() + 1L));
    }

    String name() {
        return "CHAOS-" + index;
    }

    /** The time by its clock. */
    OffsetDateTime time() {
        return OffsetDateTime.now(ZoneOffset.UTC).plus(ahead);
    }

    /** The number of a parcel that is on its way or has arrived. Thread-safe. */
    String anyNumber() {
        return number(ThreadLocalRandom.current().nextInt(Math.max(1, parcels)));
    }

    /** All the numbers that devices of these indices, both included, may ever use. */
    static NumberRange numbers(int first, int last) {
        return new NumberRange(number(first, 0), number(last, MOST_PARCELS - 1));
    }

    private String number(int parcel) {
        return number(index, parcel);
    }

    private static String number(int index, int parcel) {
        return TrackingNumber.ours(index * MOST_PARCELS + parcel).value();
    }

    Scan next() {
        if (!sent.isEmpty() && random.nextDouble() < REPEATED) {
            return sent.get(random.nextInt(sent.size()));
        }
        Scan scan = unsent().with("device_seq", ++lastSeq);
        if (sent.size() < REMEMBERED) {
            sent.add(scan);
        } else {
            sent.set(random.nextInt(REMEMBERED), scan);
        }
        return scan;
    }

    private Scan unsent() {
        if (keptBack.size() == MOST_KEPT_BACK) {
            return keptBack.remove(random.nextInt(MOST_KEPT_BACK));
        }
        Scan scan = step();
        while (random.nextDouble() < KEPT_BACK && keptBack.size() < MOST_KEPT_BACK) {
            keptBack.add(scan);
            scan = step();
        }
        return scan;
    }

    private Scan step() {
        if (ways.size() < AT_A_TIME) {
            ways.add(new Way(number(parcels)));
            parcels = parcels + 1;
        }
        int at = random.nextInt(ways.size());
        Way way = ways.get(at);
        OffsetDateTime time = began.plus(STEP.multipliedBy(way.steps))
                .plusMillis(random.nextLong(STEP.toMillis() / 2))
                .atOffset(MEXICO_CITY);
        boolean unknown = random.nextDouble() < UNKNOWN;
        String kind = unknown ? "TELEPORTED" : LIFE.get(way.steps).name();
        if (++way.steps == LIFE.size()) {
            ways.set(at, ways.getLast());
            ways.removeLast();
        }
        return Scan.of(Scan.newId(time.toInstant(), random), way.number, kind, time);
    }
}
