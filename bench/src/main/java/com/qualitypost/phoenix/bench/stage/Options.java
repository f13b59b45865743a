package com.qualitypost.phoenix.bench.stage;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param seconds of a window, at most
 * @param repeats of each window
 * @param warmUp scans before the first window
 * @param parcels of the burst and of the cold lookups, with two scans each
 * @param peers whether the peers are measured too
 */
public record Options(int seconds, int repeats, int warmUp, int parcels, boolean peers) {
    public Duration window() {
        return Duration.ofSeconds(seconds);
    }

    /** For ceilings and limits, which need less. */
    public Duration shortWindow() {
        return Duration.ofSeconds(Math.clamp(seconds / 4, 1, 10));
    }

    /** As the results show it. */
    public String text() {
        return "windows of %d s, %d repeats, %,d scans to warm up, %,d parcels"
                .formatted(seconds, repeats, warmUp, parcels);
    }
}
