package com.qualitypost.phoenix.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** Collects measured times. Thread-safe. */
final class Latencies {
    private final List<Long> millis = new ArrayList<>();

    synchronized void add(Duration time) {
        millis.add(time.toMillis());
    }

    synchronized int count() {
        return millis.size();
    }

    /** The time in milliseconds that this share of the measurements does not exceed; empty if there are none. */
    synchronized OptionalLong quantile(double share) {
        if (millis.isEmpty()) {
            return OptionalLong.empty();
        }
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return OptionalLong.of(sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(sorted.size() * share) - 1)));
    }
}
