package com.qualitypost.phoenix.projections.cdc;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** Pauses that double until they are reset, and end early when the application stops. */
final class Backoff {
    private final ExponentialBackOff doubling;
    private final CompletableFuture<?> stopping;
    private BackOffExecution pauses;

    Backoff(Duration shortest, Duration longest, CompletableFuture<?> stopping) {
        this.doubling = new ExponentialBackOff(shortest.toMillis(), 2);
        this.doubling.setMaxInterval(longest.toMillis());
        this.stopping = stopping;
        this.pauses = doubling.start();
    }

    void reset() {
        pauses = doubling.start();
    }

    /** The length of the next pause. */
    Duration next() {
        return Duration.ofMillis(pauses.nextBackOff());
    }

    /** Whether the application is stopping, so that there are no more pauses. */
    boolean isOver() {
        return stopping.isDone();
    }

    void of(Duration length) throws InterruptedException {
        try {
            stopping.get(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            // The pause is over.
        }
    }
}
