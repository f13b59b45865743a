package com.qualitypost.phoenix.local.demo;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.client.TrackingClient;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Looks up a sample of the scans that were just accepted, as a customer would, and measures until they are visible. The
 * first ones only warm the system up.
 */
final class VisibilityProbe implements AutoCloseable {
    private static final int AT_ONCE = 5;
    private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(100);
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TrackingClient tracking;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final AtomicLong nextSample = new AtomicLong(System.nanoTime());
    private final WarmUp warmUp = new WarmUp(System::nanoTime);
    private final Latencies seen = new Latencies();
    private final AtomicLong neverSeen = new AtomicLong();

    VisibilityProbe(TrackingClient tracking) {
        this.tracking = tracking;
    }

    /**
     * Has to be called when the scan is acknowledged; most calls do nothing, because enough others are being waited
     * for.
     */
    void sample(Scan scan) {
        long acknowledged = System.nanoTime();
        long turn = nextSample.get();
        if (acknowledged - turn < 0
                || !nextSample.compareAndSet(turn, acknowledged + BETWEEN_SAMPLES.toNanos())
                || !free.tryAcquire()) {
            return;
        }
        threads.execute(() -> {
            try {
                await(scan, acknowledged);
            } catch (ServerException e) {
                // No answer: the query API is gone, most likely because the demo was interrupted.
                neverSeen.incrementAndGet();
            } finally {
                free.release();
            }
        });
    }

    private void await(Scan scan, long acknowledged) {
        while (System.nanoTime() - acknowledged < PATIENCE.toNanos()) {
            if (tracking.of(scan.trackingNumber(), scan.scanId(), WAIT).isFound()) {
                Duration took = Duration.ofNanos(System.nanoTime() - acknowledged);
                if (warmUp.isOver()) {
                    seen.add(took);
                } else {
                    warmUp.add(took);
                }
                return;
            }
        }
        neverSeen.incrementAndGet();
    }

    /** How long it took until the first ones were as fast as later ones; zero until then. */
    Duration warmUp() {
        return warmUp.took();
    }

    Latencies seen() {
        return seen;
    }

    /** Scans that were not visible within 30 s. */
    long neverSeen() {
        return neverSeen.get();
    }

    /** Waits for the samples that are under way. */
    @Override
    public void close() {
        threads.close();
    }
}
