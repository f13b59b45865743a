package com.qualitypost.phoenix.servers.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a limit. */
public final class Await {
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(25);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private Await() {}

    /** Whether the condition held before the limit was over. */
    public static boolean holds(Duration limit, BooleanSupplier condition) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            long waited = System.nanoTime() - began;
            if (waited > limit.toNanos()) {
                return false;
            }
            // What it waits for needs the processor too.
            LockSupport.parkNanos(Math.clamp(waited / 10, SHORTEST_PAUSE, LONGEST_PAUSE));
            if (Thread.currentThread().isInterrupted()) {
                throw new ServerException("Interrupted while waiting.");
            }
        }
        return true;
    }
}
