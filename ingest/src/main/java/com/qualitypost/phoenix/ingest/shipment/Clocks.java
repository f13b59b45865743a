package com.qualitypost.phoenix.ingest.shipment;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The times of a fact: by the reporter's clock, by the same clock with its error removed, and by the gateway's. All
 * UTC.
 */
public record Clocks(
        Instant occurredAt, int offsetMinutes, Instant correctedAt, Instant receivedAt, TimeQuality quality) {
    /** How far the corrected time can be trusted. */
    public enum TimeQuality {
        SYNCED,
        CORRECTED,
        UNSYNCED
    }

    static final Clocks NONE = new Clocks(Instant.EPOCH, 0, Instant.EPOCH, Instant.EPOCH, TimeQuality.UNSYNCED);

    private static final Duration TOLERATED_FUTURE = Duration.ofMinutes(10);

    /** The corrected time on the reporter's clock. */
    OffsetDateTime localTime() {
        return correctedAt.atOffset(offset());
    }

    /** The reporter's offset; empty for {@code Z}, which does not tell the place's (RFC 9557). */
    Optional<ZoneId> toldOffset() {
        return Optional.<ZoneId>of(offset()).filter(offset -> !offset.equals(ZoneOffset.UTC));
    }

    private ZoneOffset offset() {
        return ZoneOffset.ofTotalSeconds(offsetMinutes * 60);
    }

    boolean inTheFuture() {
        return correctedAt.isAfter(receivedAt.plus(TOLERATED_FUTURE));
    }

    boolean saysTheSameAs(Clocks other) {
        return occurredAt.equals(other.occurredAt) && offsetMinutes == other.offsetMinutes;
    }

    /** Of several copies the one received first counts; the other comparisons only make the choice unique. */
    boolean receivedBefore(Clocks other) {
        int receipt = receivedAt.compareTo(other.receivedAt);
        int correction = receipt != 0 ? receipt : correctedAt.compareTo(other.correctedAt);
        return (correction != 0 ? correction : quality.compareTo(other.quality)) < 0;
    }
}
