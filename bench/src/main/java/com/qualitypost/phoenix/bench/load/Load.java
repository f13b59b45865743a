package com.qualitypost.phoenix.bench.load;

import org.HdrHistogram.Histogram;

/**
 * What came of a load.
 *
 * @param operations that succeeded
 * @param failures requests that did not
 * @param micros the time of each request; of an open loop since it should have begun
 */
public record Load(long operations, long failures, double seconds, Histogram micros) {
    public double perSecond() {
        return operations / seconds;
    }

    /** The time that this share of the requests took at most, in milliseconds. */
    public double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }
}
