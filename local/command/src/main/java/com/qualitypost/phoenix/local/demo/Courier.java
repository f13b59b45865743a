package com.qualitypost.phoenix.local.demo;

import com.qualitypost.phoenix.local.client.Receipt;
import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.client.ScanClient;
import com.qualitypost.phoenix.local.demo.world.Transmission;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Sends transmissions, at a steady rate during the day or as fast as the gateway accepts them. */
final class Courier {
    private static final int UPLOADS_AT_ONCE = 8;

    private final ScanClient gateway;
    private final VisibilityProbe prober;

    Courier(ScanClient gateway, VisibilityProbe prober) {
        this.gateway = gateway;
        this.prober = prober;
    }

    /** Open loop: each transmission leaves at its time, whether or not the one before was answered. */
    void sendAtRate(List<Transmission> transmissions, int scansPerSecond, Runnable progress) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long began = System.nanoTime();
            long scans = 0;
            List<Future<?>> sent = new ArrayList<>();
            for (Transmission transmission : transmissions) {
                awaitTime(began + Duration.ofSeconds(scans).toNanos() / scansPerSecond);
                sent.add(threads.submit(() -> send(transmission, prober::sample)));
                scans += transmission.scans().size();
                progress.run();
            }
            sent.forEach(Courier::await);
        }
    }

    /** Closed loop, several at once. */
    void upload(List<Transmission> transmissions, Runnable progress) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(UPLOADS_AT_ONCE, Thread.ofVirtual().factory())) {
            List<? extends Future<?>> sent = transmissions.stream()
                    .map(transmission -> threads.submit(() -> {
                        // Not looked up: that would measure the backlog, which the caller measures as a whole.
                        send(transmission, _ -> {});
                        progress.run();
                    }))
                    .toList();
            sent.forEach(Courier::await);
        }
    }

    private void send(Transmission transmission, Consumer<Scan> accepted) {
        Receipt receipt = gateway.send(transmission.at(Instant.now()));
        if (transmission.fresh() && !receipt.accepted().isEmpty()) {
            accepted.accept(receipt.accepted().getFirst());
        }
    }

    private static void awaitTime(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw new ServerException("Interrupted while sending");
            }
        }
    }

    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted("Interrupted while sending", e);
        }
    }
}
