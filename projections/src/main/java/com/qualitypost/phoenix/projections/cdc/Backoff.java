package com.qualitypost.phoenix.projections.cdc;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Pauses that double until they are reset, and end early when the application stops. */
final class Backoff {

    private final Duration shortest;
    private final Duration longest;
    private final CompletableFuture<?> stopping;
    private Duration next;

    Backoff(Duration shortest, Duration longest, CompletableFuture<?> stopping) {
        this.shortest = shortest;
        this.longest = longest;
        this.stopping = stopping;
        this.next = shortest;
    }

    void reset() {
        next = shortest;
    }

    /** The length of the next pause. */
    Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return now;
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
