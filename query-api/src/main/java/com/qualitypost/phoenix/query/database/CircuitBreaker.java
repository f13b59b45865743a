package com.qualitypost.phoenix.query.database;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Skips something for a while after a failure; then lets one caller at a time find out whether it works again. */
final class CircuitBreaker {
    private static final long NONE = 0;

    private final long lengthNanos;
    private final LongSupplier nanoClock;
    private final AtomicLong until = new AtomicLong(NONE);

    CircuitBreaker(Duration length) {
        this(length, System::nanoTime);
    }

    CircuitBreaker(Duration length, LongSupplier nanoClock) {
        this.lengthNanos = length.toNanos();
        this.nanoClock = nanoClock;
    }

    boolean admits() {
        long end = until.get();
        return end == NONE || nanoClock.getAsLong() - end >= 0 && until.compareAndSet(end, nextEnd());
    }

    /** True if it was off before. */
    boolean begin() {
        return until.getAndSet(nextEnd()) == NONE;
    }

    /** True if it was on before. */
    boolean end() {
        return until.get() != NONE && until.getAndSet(NONE) != NONE;
    }

    private long nextEnd() {
        long end = nanoClock.getAsLong() + lengthNanos;
        return end == NONE ? 1 : end;
    }
}
