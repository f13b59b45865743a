package com.qualitypost.phoenix.ingest.gateway;

import com.qualitypost.phoenix.ingest.gateway.body.ScanBatch;
import com.qualitypost.phoenix.schemas.TimeQuality;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how far a device's clock is off from what it showed when it sent the batch, and, by a clock that nobody can
 * set, since when the device has been running.
 */
record DeviceClock(
        Instant receivedAt,
        @Nullable Instant sentAt,
        @Nullable String bootId,
        @Nullable Long uptimeMs) {
    /** The network alone takes seconds, so a smaller difference says nothing about the clock. */
    private static final Duration IGNORED = Duration.ofSeconds(30);

    /** When something happened, as far as the gateway can know. */
    record Estimate(Instant correctedAt, TimeQuality quality) {}

    static DeviceClock of(ScanBatch batch, Instant receivedAt) {
        Instant sentAt = batch.sentAt() == null ? null : batch.sentAt().toInstant();
        return new DeviceClock(receivedAt, sentAt, batch.bootId(), batch.uptimeMs());
    }

    /** Where the uptime contradicts the clock the uptime wins: the clock was set between scanning and sending. */
    Estimate estimate(Instant occurredAt, @Nullable String scanBootId, @Nullable Long scanUptimeMs) {
        Estimate byClock = byClock(occurredAt);
        Instant byUptime = bootId == null || !bootId.equals(scanBootId) ? null : byUptime(scanUptimeMs);
        return byUptime == null || isIgnored(Duration.between(byClock.correctedAt(), byUptime))
                ? byClock
                : new Estimate(byUptime, TimeQuality.CORRECTED);
    }

    private Estimate byClock(Instant occurredAt) {
        if (sentAt == null) {
            return new Estimate(occurredAt, TimeQuality.UNSYNCED);
        }
        Duration behind = Duration.between(sentAt, receivedAt);
        if (isIgnored(behind)) {
            return new Estimate(occurredAt, TimeQuality.SYNCED);
        }
        // Nothing is sent before it happens: the clock was set back in between, and today's error is not that of back
        // then.
        return occurredAt.isAfter(sentAt.plus(IGNORED))
                ? new Estimate(occurredAt, TimeQuality.UNSYNCED)
                : new Estimate(occurredAt.plus(behind), TimeQuality.CORRECTED);
    }

    /** Null without two uptimes of which one can have followed the other: there is no evidence then. */
    private @Nullable Instant byUptime(@Nullable Long scanUptimeMs) {
        return uptimeMs == null
                        || scanUptimeMs == null
                        || uptimeMs < scanUptimeMs
                        || uptimeMs > SenderMistakes.LONGEST_UPTIME_MS
                ? null
                : receivedAt.minusMillis(uptimeMs - scanUptimeMs);
    }

    private static boolean isIgnored(Duration difference) {
        return difference.abs().compareTo(IGNORED) < 0;
    }
}
