package com.qualitypost.phoenix.ingest.gateway;

import com.qualitypost.phoenix.ingest.wire.ScanLimits;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.Ticket;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.MerchantId;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Besides what every reader relies on ({@link ScanLimits}), checks what the rules would accept but ignore: here the
 * sender can still say what was meant. Facts that were accepted before a check existed stay facts.
 */
final class SenderMistakes {
    /** No device runs for ten years. */
    static final long LONGEST_UPTIME_MS = Duration.ofDays(3_650).toMillis();

    private SenderMistakes() {}

    /** What is wrong; empty if nothing is. */
    static Optional<String> violation(Scan scan) {
        return ScanLimits.violation(scan)
                .or(() -> Stream.of(
                                uptime(scan.getDeviceUptimeMs()),
                                corrects(scan),
                                position(scan),
                                order(scan.getTicket()),
                                owner(scan))
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    private static @Nullable String uptime(@Nullable Long uptimeMs) {
        return uptimeMs == null || uptimeMs <= LONGEST_UPTIME_MS
                ? null
                : "uptime_ms is %d, more than ten years: send the milliseconds since the device was started, not a time of day"
                        .formatted(uptimeMs);
    }

    /** Skips kinds that this version does not know: one of them may be a correction. */
    private static @Nullable String corrects(Scan scan) {
        return scan.getCorrects() == null
                        || Kind.CORRECTION.name().equals(scan.getKind())
                        || Kind.named(scan.getKind()).isEmpty()
                ? null
                : "corrects is on a scan of kind %s, but only a CORRECTION takes a scan back: send one as a separate scan"
                        .formatted(scan.getKind());
    }

    /** A position is never folded, so anything else that it said would be lost. */
    private static @Nullable String position(Scan scan) {
        if (!Kind.POSITION.name().equals(scan.getKind())) {
            return null;
        }
        return Stream.of(
                        onPosition("ticket", scan.getTicket()),
                        onPosition("reason", scan.getReason()),
                        onPosition("delivered_to", scan.getDeliveredTo()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String onPosition(String field, @Nullable Object value) {
        return value == null
                ? null
                : field + " is on a POSITION, which only says where the parcel is: send it on a scan of what happened";
    }

    private static @Nullable String order(@Nullable Ticket ticket) {
        Instant from = ticket == null ? null : ticket.getPromisedFrom();
        Instant until = ticket == null ? null : ticket.getPromisedUntil();
        return from == null || until == null || !until.isBefore(from)
                ? null
                : "ticket.promised_until is before ticket.promised_from: swap or correct them";
    }

    private static @Nullable String owner(Scan scan) {
        String merchant = scan.getTicket() == null ? null : scan.getTicket().getMerchantId();
        return merchant == null
                        || MerchantId.mayStandIn(merchant, new TrackingNumber(scan.getTrackingNumber()).isForTests())
                ? null
                : "ticket.merchant_id must be " + MerchantId.FORM_IN_WORDS;
    }
}
