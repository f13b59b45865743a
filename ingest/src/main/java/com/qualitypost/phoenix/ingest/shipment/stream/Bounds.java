package com.qualitypost.phoenix.ingest.shipment.stream;

import com.qualitypost.phoenix.schemas.Place;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.Ticket;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every reader of an accepted fact may rely on, whoever wrote the scan: texts that fit their columns and times that are
 * no nonsense. The gateway refuses longer texts at the door; others may write to the topic too.
 */
final class Bounds {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int MAX_OFFSET_MINUTES = 18 * 60;

    private Bounds() {}

    /** What is out of bounds; empty where nothing is. */
    static Optional<String> violation(Scan scan) {
        return Stream.of(
                        time("occurred_at", scan.getOccurredAt()),
                        time("corrected_at", scan.getCorrectedAt()),
                        time("received_at", scan.getReceivedAt()),
                        offset(scan.getOffsetMinutes()),
                        code("tracking_number", scan.getTrackingNumber(), 35),
                        code("reason", scan.getReason(), 64),
                        text("source_code", scan.getSourceCode(), 64),
                        text("device_id", scan.getDeviceId(), 64),
                        code("delivered_to", scan.getDeliveredTo(), 32),
                        place("place", scan.getPlace()),
                        place("next_place", scan.getNextPlace()),
                        ticket(scan.getTicket()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static @Nullable String ticket(@Nullable Ticket ticket) {
        return ticket == null
                ? null
                : Stream.of(
                                text("merchant_id", ticket.getMerchantId(), 64),
                                text("service", ticket.getService(), 64),
                                place("destination", ticket.getDestination()),
                                time("promised_from", ticket.getPromisedFrom()),
                                time("promised_until", ticket.getPromisedUntil()))
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

    /** The tables know these in ASCII only. */
    private static @Nullable String code(String field, @Nullable String text, int maxCharacters) {
        return text == null || text.chars().allMatch(character -> character < 128)
                ? text(field, text, maxCharacters)
                : field + " has other characters than those of ASCII";
    }

    private static @Nullable String offset(int minutes) {
        return minutes >= -MAX_OFFSET_MINUTES && minutes <= MAX_OFFSET_MINUTES
                ? null
                : "offset_minutes is %d, which cannot be".formatted(minutes);
    }

    private static @Nullable String time(String field, @Nullable Instant time) {
        return time == null || !time.isBefore(EARLIEST) && time.isBefore(LATEST)
                ? null
                : "%s is %s, which cannot be".formatted(field, time);
    }
}
