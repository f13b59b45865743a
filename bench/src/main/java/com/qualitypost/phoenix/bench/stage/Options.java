package com.qualitypost.phoenix.bench.stage;

import com.qualitypost.phoenix.servers.process.ServerException;
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
    private static final int LONGEST_WINDOW = 180;
    private static final int MOST = 10_000_000;

    public Options {
        require("--seconds", seconds, 1, LONGEST_WINDOW);
        require("--repeats", repeats, 1, 20);
        require("--warm-up", warmUp, 100, MOST);
        require("--parcels", parcels, 100, MOST);
    }

    private static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ServerException("%s must be %,d to %,d, not %,d".formatted(option, least, most, value));
        }
    }

    /** As long as a latency needs. */
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
