package com.qualitypost.phoenix.servers;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a limit. */
public final class Until {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private Until() {}

    /** Whether the condition held before the limit was over. */
    public static boolean holds(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                throw new ServerException("Interrupted while waiting.");
            }
        }
        return true;
    }
}
