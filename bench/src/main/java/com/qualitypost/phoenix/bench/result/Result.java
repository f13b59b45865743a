package com.qualitypost.phoenix.bench.result;

import java.time.Instant;

/**
 * A yardstick's outcome, and when and with what it was found.
 *
 * @param sentence what it measures
 * @param commit of the working copy
 * @param settings of the run, as they were given
 * @param loadBefore the load average of the last minute
 * @param loadAfter the same at the end
 */
public record Result(
        String yardstick,
        String sentence,
        String commit,
        String settings,
        Instant began,
        Instant ended,
        double loadBefore,
        double loadAfter,
        Measurement outcome) {

    /** Of one of its rows; a wrong run has reached nothing. */
    GoalVerdict verdict(ResultRow row) {
        return outcome.findings().isEmpty() ? row.verdict() : GoalVerdict.WRONG;
    }
}
