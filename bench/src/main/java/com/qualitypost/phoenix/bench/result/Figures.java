package com.qualitypost.phoenix.bench.result;

import java.util.Locale;

/** Numbers as people read them: three digits that count. */
final class Figures {
    private Figures() {}

    static String of(double value) {
        double size = Math.abs(value);
        if (size >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f", value);
    }

    /** The median, and the range if there is one. */
    static String of(Sample sample) {
        return sample.low() == sample.high()
                ? of(sample.median())
                : "%s (%s to %s)".formatted(of(sample.median()), of(sample.low()), of(sample.high()));
    }
}
