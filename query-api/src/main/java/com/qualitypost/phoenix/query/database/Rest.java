package com.qualitypost.phoenix.query.database;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Passes something over for a while after trouble; then one caller at a time may see whether the trouble is over. */
final class Rest {
    private static final long NONE = 0;

    private final long lengthNanos;
    private final AtomicLong until = new AtomicLong(NONE);

    Rest(Duration length) {
        lengthNanos = length.toNanos();
    }

    boolean admits() {
        long end = until.get();
        return end == NONE || System.nanoTime() - end >= 0 && until.compareAndSet(end, nextEnd());
    }

    boolean isOn() {
        return until.get() != NONE;
    }

    /** True if it was not on before. */
    boolean begin() {
        return until.getAndSet(nextEnd()) == NONE;
    }

    /** True if it was on before. */
    boolean end() {
        return until.get() != NONE && until.getAndSet(NONE) != NONE;
    }

    private long nextEnd() {
        long end = System.nanoTime() + lengthNanos;
        return end == NONE ? 1 : end;
    }
}
