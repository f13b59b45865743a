package com.qualitypost.phoenix.bench.limit;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Does the same twice at once, for a machine of two cores. */
final class TwoThreads {
    private TwoThreads() {}

    static double mean(Callable<Double> work) {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(work);
            var other = threads.submit(work);
            return (one.get() + other.get()) / 2;
        } catch (ExecutionException e) {
            throw new ServerException("Measuring a limit: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while measuring a limit", e);
        }
    }
}
