package com.qualitypost.phoenix.ingest.wire;

import com.qualitypost.phoenix.schemas.Place;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.Ticket;
import com.qualitypost.phoenix.vocabulary.MerchantId;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every reader of an accepted fact may rely on, whoever wrote the scan: texts fit their columns and times make
 * sense. The gateway checks the same while the device still has the scan; others may write to the topic too.
 */
public final class ScanLimits {
    /**
     * The columns hold no other times. A device's own clock may show any of them: what it says is corrected, not
     * believed.
     */
    private static final Instant FIRST_OF_CLOCKS = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST_OF_CLOCKS = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int MAX_OFFSET_MINUTES = 18 * 60;
    private static final int MAX_REFERENCES = 20;

    private ScanLimits() {}

    /** What is out of bounds; empty if nothing is. */
    public static Optional<String> violation(Scan scan) {
        return Stream.of(
                        clock("occurred_at", scan.getOccurredAt()),
                        corrected(scan.getCorrectedAt()),
                        time("received_at", scan.getReceivedAt()),
                        offset(scan.getOffsetMinutes()),
                        code("tracking_number", scan.getTrackingNumber(), TrackingNumber.LONGEST),
                        code("reason", scan.getReason(), 64),
                        text("source_code", scan.getSourceCode(), 64),
                        text("device_id", scan.getDeviceId(), 64),
                        code("delivered_to", scan.getDeliveredTo(), 32),
                        place("place", scan.getPlace()),
                        place("next_place", scan.getNextPlace()),
                        ticket(scan.getTicket()),
                        mode(scan))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Otherwise a parcel would appear in the list of the other mode. */
    private static @Nullable String mode(Scan scan) {
        String merchant = scan.getTicket() == null ? null : scan.getTicket().getMerchantId();
        return merchant == null || MerchantId.isInTestMode(merchant) == isForTests(scan)
                ? null
                : "ticket.merchant_id is %s, which is not a merchant of %s parcels"
                        .formatted(merchant, isForTests(scan) ? "test" : "live");
    }

    private static boolean isForTests(Scan scan) {
        return new TrackingNumber(scan.getTrackingNumber()).isForTests();
    }

    private static @Nullable String ticket(@Nullable Ticket ticket) {
        return ticket == null
                ? null
                : Stream.of(
                                text("ticket.merchant_id", ticket.getMerchantId(), 64),
                                text("ticket.service", ticket.getService(), 64),
                                place("ticket.destination", ticket.getDestination()),
                                references(ticket.getReferences()),
                                time("ticket.promised_from", ticket.getPromisedFrom()),
                                time("ticket.promised_until", ticket.getPromisedUntil()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String references(Map<String, String> references) {
        if (references.size() > MAX_REFERENCES) {
            return "ticket.references has more than %d entries: send fewer".formatted(MAX_REFERENCES);
        }
        return references.entrySet().stream()
                .flatMap(reference -> Stream.of(
                        text("a name in ticket.references", reference.getKey(), 64),
                        text("a text in ticket.references", reference.getValue(), 256)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String place(String field, @Nullable Place place) {
        return place == null
                ? null
                : Stream.of(
                                text(field + ".code", place.getCode(), 64),
                                text(field + ".name", place.getName(), 128),
                                text(field + ".city", place.getCity(), 128),
                                text(field + ".postcode", place.getPostcode(), 16),
                                code(field + ".country", place.getCountry(), 2))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String text(String field, @Nullable String text, int maxCharacters) {
        return text == null || text.length() <= maxCharacters
                ? null
                : "%s has more than %d characters".formatted(field, maxCharacters);
    }

    /** The tables hold these in ASCII only. */
    private static @Nullable String code(String field, @Nullable String text, int maxCharacters) {
        return text == null || text.chars().allMatch(character -> character < 128)
                ? text(field, text, maxCharacters)
                : field + " has characters outside of ASCII";
    }

    private static @Nullable String offset(int minutes) {
        return minutes >= -MAX_OFFSET_MINUTES && minutes <= MAX_OFFSET_MINUTES
                ? null
                : "offset_minutes is %d, which is impossible".formatted(minutes);
    }

    private static @Nullable String clock(String field, Instant time) {
        return time.isBefore(FIRST_OF_CLOCKS) || time.isAfter(LAST_OF_CLOCKS)
                ? "%s is %s, which is impossible".formatted(field, time)
                : null;
    }

    private static @Nullable String corrected(Instant time) {
        return isSensible(time)
                ? null
                : "occurred_at comes to %s, which is impossible: set the device's clock, and send its time as sent_at with the batch"
                        .formatted(time);
    }

    private static @Nullable String time(String field, @Nullable Instant time) {
        return time == null || isSensible(time) ? null : "%s is %s, which is impossible".formatted(field, time);
    }

    private static boolean isSensible(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }
}
