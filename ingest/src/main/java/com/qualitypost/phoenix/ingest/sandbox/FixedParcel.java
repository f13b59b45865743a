package com.qualitypost.phoenix.ingest.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.MerchantId;
import com.qualitypost.phoenix.vocabulary.Status;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A parcel whose answer never changes. Its facts and their ids follow from its number and the day alone, so reporting
 * them again changes nothing.
 */
record FixedParcel(int serial, List<Status> life, Upkeep upkeep) {
    private static final int FIRST_SERIAL = 99_000_000;
    private static final int SERIALS = 1_000;
    private static final OffsetDateTime BEGIN = OffsetDateTime.parse("2026-01-05T09:00:00-06:00");

    /** A span of the economy service, for which silence of up to six days is usual. */
    private static final Duration SPAN = Duration.ofDays(4);

    private static final Set<String> PROMISES = Set.of("service", "promised_from", "promised_until");

    /** What it takes to keep the parcel as it is. */
    enum Upkeep {
        /** Nothing; no more news is expected of it. */
        NONE,
        /** Silence. It was ordered without a service, so nothing is promised and it is not late as well. */
        STALE,
        /** A sign of life in each span of days; the promise moves along. */
        ON_TIME,
        /** A sign of life, while the promise stays in the past. */
        LATE,
        /** Like one that is on time, with its delivery taken back. */
        CORRECTED
    }

    /** All of them, ordered by number. */
    static List<FixedParcel> all() {
        List<FixedParcel> all = new ArrayList<>();
        for (Status status : Status.values()) {
            all.add(new FixedParcel(all.size() + 1, HappyPath.upTo(status), upkeep(status)));
        }
        all.add(new FixedParcel(13, HappyPath.upTo(Status.IN_TRANSIT), Upkeep.LATE));
        all.add(new FixedParcel(14, HappyPath.upTo(Status.DELIVERED), Upkeep.CORRECTED));
        all.add(new FixedParcel(15, HappyPath.upTo(Status.IN_TRANSIT), Upkeep.STALE));
        List<Status> sentBack = new ArrayList<>(HappyPath.upTo(Status.DELIVERED));
        sentBack.addAll(List.of(Status.RETURNING, Status.RETURNED));
        all.add(new FixedParcel(16, sentBack, Upkeep.NONE));
        return all;
    }

    private static Upkeep upkeep(Status status) {
        return status.isFinal() ? Upkeep.NONE : Upkeep.ON_TIME;
    }

    /**
     * Whether nobody may advance this number; includes numbers reserved for more such parcels, and the one that stays
     * unknown.
     */
    static boolean isOne(TrackingNumber number) {
        return number.value().compareTo(TrackingNumber.ours(FIRST_SERIAL).value()) >= 0
                && number.value().compareTo(firstFree().value()) < 0;
    }

    /** The first number that may be walked through a life. */
    static TrackingNumber firstFree() {
        return TrackingNumber.ours(FIRST_SERIAL + SERIALS);
    }

    TrackingNumber number() {
        return TrackingNumber.ours(FIRST_SERIAL + serial);
    }

    /** All that has to be reported of it by now. */
    List<Map<String, Object>> scans(Instant now) {
        List<Map<String, Object>> scans = new ArrayList<>();
        Map<String, Object> ticket = promising(BEGIN.plusDays(7));
        if (upkeep == Upkeep.STALE) {
            ticket.keySet().removeAll(PROMISES);
        }
        for (Status status : life) {
            scans.add(next(TestScan.leadingTo(status, ticket), scans.size()));
        }
        if (upkeep == Upkeep.CORRECTED) {
            Map<String, Object> mistake = Map.of("scan_id", id(scans.size() - 1).toString(), "error", "did_not_occur");
            scans.add(next(new TestScan(Kind.CORRECTION, Map.of("corrects", mistake)), scans.size()));
        }
        if (showsItself()) {
            scans.add(signOfLife(now));
        }
        return scans;
    }

    boolean showsItself() {
        return switch (upkeep) {
            case NONE, STALE -> false;
            case ON_TIME, LATE, CORRECTED -> true;
        };
    }

    /** The span of days that contains a moment. */
    static long span(Instant now) {
        return now.getEpochSecond() / SPAN.toSeconds();
    }

    private Map<String, Object> signOfLife(Instant now) {
        OffsetDateTime begin =
                Instant.ofEpochSecond(span(now) * SPAN.toSeconds()).atOffset(ZoneOffset.ofHours(-6));
        Map<String, Object> details =
                upkeep == Upkeep.LATE ? Map.of() : Map.of("ticket", promising(begin.plus(SPAN.multipliedBy(2))));
        return new TestScan(Kind.RECORD_UPDATED, details).scan(id("span " + span(now)), number(), begin);
    }

    private Map<String, Object> next(TestScan happening, int step) {
        return happening.scan(id(step), number(), BEGIN.plusHours(3L * step));
    }

    private Map<String, Object> promising(OffsetDateTime day) {
        Map<String, Object> ticket =
                new TreeMap<>(TestScan.ticket(MerchantId.inTestMode("sandbox"), "FIXED-" + serial));
        ticket.put("promised_from", day.withHour(9).toString());
        ticket.put("promised_until", day.withHour(20).toString());
        return ticket;
    }

    private UUID id(Object which) {
        return UUID.nameUUIDFromBytes(("phoenix sandbox " + number() + " " + which).getBytes(UTF_8));
    }
}
