package com.qualitypost.phoenix.bench.stage;

import com.qualitypost.phoenix.local.client.Addresses;
import com.qualitypost.phoenix.local.client.Backlog;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Looks several times a second how far behind each context is, and remembers it. */
public final class LagWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Addresses addresses;
    private final long began = System.nanoTime();
    private final List<Lag> seen = new ArrayList<>();
    private final Thread watcher = new Thread(this::watch, "lag");
    private @Nullable RuntimeException trouble;
    private volatile Lag now = new Lag(0, 0, 0, 0);
    private volatile boolean closed;

    private LagWatch(Addresses addresses) {
        this.addresses = addresses;
    }

    /**
     * How far behind the system was at a time.
     *
     * @param seconds since the watch began
     * @param unjudged scans that the topology has not judged
     * @param unwritten records that are not in the tables
     * @param ageSeconds of the answers: nothing that is younger need be in them
     */
    public record Lag(double seconds, long unjudged, long unwritten, double ageSeconds) {
        private static final int FEW_SCANS = 5_000;
        private static final int FEW_RECORDS = 15_000;
        private static final double FRESH_SECONDS = 1.5;

        /** Whether what comes in now is visible soon. */
        public boolean isSmall() {
            return unjudged < FEW_SCANS && unwritten < FEW_RECORDS && ageSeconds < FRESH_SECONDS;
        }
    }

    /** Begins to look. */
    public static LagWatch start(Addresses addresses) {
        LagWatch watch = new LagWatch(addresses);
        watch.watcher.setDaemon(true);
        watch.watcher.start();
        return watch;
    }

    public Lag now() {
        return now;
    }

    /** Everything that was seen so far. */
    public synchronized List<Lag> seen() {
        return List.copyOf(seen);
    }

    /** The oldest that answers were. */
    public double greatestAgeSeconds() {
        return seen().stream().mapToDouble(Lag::ageSeconds).max().orElse(0);
    }

    private void watch() {
        try (Backlog backlog = new Backlog(addresses)) {
            while (!closed) {
                Lag lag = look(backlog);
                synchronized (this) {
                    seen.add(lag);
                }
                now = lag;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (RuntimeException e) {
            trouble = e;
        }
    }

    private Lag look(Backlog backlog) {
        double age = Duration.between(backlog.projectedUntil(), Instant.now()).toMillis() / 1e3;
        return new Lag((System.nanoTime() - began) / 1e9, backlog.unjudged(), backlog.unwritten(), Math.max(0, age));
    }

    @Override
    public void close() {
        closed = true;
        try {
            watcher.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (trouble != null) {
            throw new ServerException("Watching how far behind the system is: " + trouble.getMessage(), trouble);
        }
    }
}
