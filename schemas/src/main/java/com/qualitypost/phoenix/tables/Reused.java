package com.qualitypost.phoenix.tables;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Objects that cost more to make than to use, each for one thread at a time. As many are kept as were in use at once:
 * for work that never waits, one for each processor.
 */
final class Reused<T> {
    private final Queue<T> idle = new ConcurrentLinkedQueue<>();
    private final Supplier<T> fresh;

    Reused(Supplier<T> fresh) {
        this.fresh = fresh;
    }

    <R> R use(Function<T, R> work) {
        T kept = idle.poll();
        T one = kept == null ? fresh.get() : kept;
        try {
            return work.apply(one);
        } finally {
            idle.add(one);
        }
    }
}
