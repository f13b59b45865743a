package com.qualitypost.phoenix.ingest.scan;

import com.qualitypost.phoenix.schemas.TimeQuality;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a device's clock is off, estimated from what it showed when it sent the batch; and since when it runs, by a clock
 * that nobody can set.
 */
record DeviceClock(
        Instant receivedAt,
        Duration behind,
        TimeQuality quality,
        @Nullable String bootId,
        @Nullable Long uptimeMs) {

    /** The way over the network alone takes seconds; a smaller difference says nothing about the clock. */
    private static final Duration IGNORED = Duration.ofSeconds(30);

    /** When something happened, as far as the gateway can know. */
    record Estimate(Instant correctedAt, TimeQuality quality) {}

    static DeviceClock of(ScanBatch batch, Instant receivedAt) {
        if (batch.sentAt() == null) {
            return new DeviceClock(receivedAt, Duration.ZERO, TimeQuality.UNSYNCED, batch.bootId(), batch.uptimeMs());
        }
        Duration behind = Duration.between(batch.sentAt().toInstant(), receivedAt);
        return isIgnored(behind)
                ? new DeviceClock(receivedAt, Duration.ZERO, TimeQuality.SYNCED, batch.bootId(), batch.uptimeMs())
                : new DeviceClock(receivedAt, behind, TimeQuality.CORRECTED, batch.bootId(), batch.uptimeMs());
    }

    /** The uptime wins where it contradicts the clock: then the clock was set between the scan and the sending. */
    Estimate estimate(Instant occurredAt, @Nullable String scanBootId, @Nullable Long scanUptimeMs) {
        Instant byClock = occurredAt.plus(behind);
        if (bootId == null || !bootId.equals(scanBootId) || uptimeMs == null || scanUptimeMs == null) {
            return new Estimate(byClock, quality);
        }
        Instant byUptime = receivedAt.minusMillis(Math.max(0, uptimeMs - scanUptimeMs));
        return isIgnored(Duration.between(byClock, byUptime))
                ? new Estimate(byClock, quality)
                : new Estimate(byUptime, TimeQuality.CORRECTED);
    }

    private static boolean isIgnored(Duration difference) {
        return difference.abs().compareTo(IGNORED) < 0;
    }
}
