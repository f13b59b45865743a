package com.qualitypost.phoenix.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells when processes that have just been started answer as fast as they will: once the latest answers took hardly less
 * than those before them. May be told by several threads.
 */
final class WarmUp {
    /** How many answers are compared with as many before them. */
    static final int ANSWERS = 10;

    private static final double HARDLY_LESS = 0.8;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<Long> millis = new ArrayList<>();
    private final long began = System.nanoTime();
    private Duration took = Duration.ZERO;

    /** How long an answer took. */
    synchronized void add(Duration time) {
        if (!isOver()) {
            millis.add(time.toMillis());
            int count = millis.size();
            Duration since = Duration.ofNanos(System.nanoTime() - began);
            boolean isSettled = count >= 2 * ANSWERS
                    && median(count - ANSWERS, count) >= HARDLY_LESS * median(count - 2 * ANSWERS, count - ANSWERS);
            if (isSettled || since.compareTo(LONGEST) > 0) {
                took = since;
            }
        }
    }

    synchronized boolean isOver() {
        return took.isPositive();
    }

    /** From the first question on; zero as long as it goes on. */
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
