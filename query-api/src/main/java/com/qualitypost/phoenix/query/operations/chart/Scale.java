package com.qualitypost.phoenix.query.operations.chart;

import java.util.List;
import java.util.stream.LongStream;

/** Round numbers from zero to at least the largest value. */
record Scale(long step, long top) {
    private static final int MOST_STEPS = 4;

    static Scale upTo(long largest) {
        long power = 1;
        while (power * 10 * MOST_STEPS < largest) {
            power *= 10;
        }
        for (long step : new long[] {power, 2 * power, 5 * power}) {
            if (step * MOST_STEPS >= largest) {
                return of(step, largest);
            }
        }
        return of(10 * power, largest);
    }

    private static Scale of(long step, long largest) {
        return new Scale(step, step * Math.max(1, Math.ceilDiv(largest, step)));
    }

    List<Long> ticks() {
        return LongStream.rangeClosed(0, top / step).map(i -> i * step).boxed().toList();
    }

    /** In percent of the whole scale. */
    double share(long value) {
        return 100.0 * value / top;
    }
}
