package com.qualitypost.phoenix.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Tells when freshly started processes have reached their normal speed: when the latest answers were hardly faster than
 * those before them. Thread-safe.
 */
final class WarmUp {
    /** How many answers are compared with as many before them. */
    static final int ANSWERS = 10;

    private static final double HARDLY_LESS = 0.8;
    /** The very first answers all wait for the same cold process, and take equally long. */
    static final Duration SHORTEST = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<Long> millis = new ArrayList<>();
    private final LongSupplier nanoTime;
    private final long began;
    private Duration took = Duration.ZERO;

    WarmUp(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /** How long an answer took. */
    synchronized void add(Duration time) {
        if (!isOver()) {
            millis.add(time.toMillis());
            int count = millis.size();
            Duration since = Duration.ofNanos(nanoTime.getAsLong() - began);
            boolean isSettled = since.compareTo(SHORTEST) > 0
                    && count >= 2 * ANSWERS
                    && median(count - ANSWERS, count) >= HARDLY_LESS * median(count - 2 * ANSWERS, count - ANSWERS);
            if (isSettled || since.compareTo(LONGEST) > 0) {
                took = since;
            }
        }
    }

    synchronized boolean isOver() {
        return took.isPositive();
    }

    /** From the first question on; zero until it is over. */
    synchronized Duration took() {
        return took;
    }

    private long median(int from, int to) {
        return millis.subList(from, to).stream()
                .sorted()
                .skip((to - from) / 2)
                .findFirst()
                .orElseThrow();
    }
}
