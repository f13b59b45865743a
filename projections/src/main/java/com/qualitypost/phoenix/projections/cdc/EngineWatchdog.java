package com.qualitypost.phoenix.projections.cdc;

import java.time.Duration;

/** Decides how long an engine may be silent: it is told of batches and of each time the database did not answer. */
final class EngineWatchdog {
    private final CdcSettings settings;
    private volatile long lastBatchNanos = System.nanoTime();
    private volatile boolean anyBatch;
    private long lastAbsenceNanos = lastBatchNanos;
    private boolean away;

    EngineWatchdog(CdcSettings settings) {
        this.settings = settings;
    }

    void batch() {
        lastBatchNanos = System.nanoTime();
        anyBatch = true;
    }

    void answered(boolean answers) {
        away = !answers;
        if (away) {
            lastAbsenceNanos = System.nanoTime();
        }
    }

    boolean anyBatch() {
        return anyBatch;
    }

    /** Whether the database did not answer when it was last asked. */
    boolean isAway() {
        return away;
    }

    /** Whether batches should have come by now. */
    boolean isSilentForTooLong() {
        return !away && quiet().compareTo(limit()) > 0;
    }

    /** Why it is considered silent for too long. */
    String reason() {
        return cameBack() && anyBatch
                ? "the database is back, but its binlog does not resume by itself"
                : "nothing came through the binlog for %d s although the database answers"
                        .formatted(quiet().toSeconds());
    }

    /** The time since something could have arrived. */
    private Duration quiet() {
        return Duration.ofNanos(System.nanoTime() - (cameBack() ? lastAbsenceNanos : lastBatchNanos));
    }

    private boolean cameBack() {
        return lastAbsenceNanos - lastBatchNanos > 0;
    }

    private Duration limit() {
        if (!anyBatch) {
            return settings.start();
        }
        return cameBack() ? settings.reconnect() : settings.silence();
    }
}
