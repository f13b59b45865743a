package com.qualitypost.phoenix.ingest.scan;

import com.qualitypost.phoenix.schemas.TimeQuality;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** How far a device's clock is off, estimated from what it showed when it sent the batch. */
record DeviceClock(Instant receivedAt, Duration behind, TimeQuality quality) {

    /** The way over the network alone takes seconds; a smaller difference says nothing about the clock. */
    private static final Duration IGNORED = Duration.ofSeconds(30);

    static DeviceClock of(@Nullable OffsetDateTime sentAt, Instant receivedAt) {
        if (sentAt == null) {
            return new DeviceClock(receivedAt, Duration.ZERO, TimeQuality.UNSYNCED);
        }
        Duration behind = Duration.between(sentAt.toInstant(), receivedAt);
        return behind.abs().compareTo(IGNORED) < 0
                ? new DeviceClock(receivedAt, Duration.ZERO, TimeQuality.SYNCED)
                : new DeviceClock(receivedAt, behind, TimeQuality.CORRECTED);
    }

    Instant corrected(Instant occurredAt) {
        return occurredAt.plus(behind);
    }
}
