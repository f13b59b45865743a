package com.qualitypost.phoenix.local.client;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Tells how many scans are still waiting, and waits until there are none. For one thread. */
public final class Backlog implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Records records;
    private final WriterTables tables;

    public Backlog(Addresses addresses) {
        this.records = new Records(addresses.bootstrapServers());
        this.tables = new WriterTables(addresses);
    }

    /** Scans that the topology has not judged yet. */
    public long unjudged() {
        return records.unjudged();
    }

    /** Events, states and refusals that are not in the tables yet. */
    public long unwritten() {
        return records.after(tables.sinkOffsets());
    }

    /** The projections include every change up to this time. */
    public Instant projectedUntil() {
        return tables.asOf();
    }

    /**
     * Waits until lookups show every scan that was acknowledged before the call.
     *
     * @param progress is told several times a second how many records are still waiting
     * @return whether that was achieved within the limit
     */
    public boolean await(Duration limit, LongConsumer progress) {
        long deadline = System.nanoTime() + limit.toNanos();
        long left = waiting();
        while (left > 0) {
            progress.accept(left);
            if (!pauseUnless(deadline)) {
                return false;
            }
            left = waiting();
        }
        // The heartbeat takes the same way as the rows: once a later one has arrived, the rows have too.
        Instant written = tables.now();
        while (!tables.asOf().isAfter(written)) {
            progress.accept(0);
            if (!pauseUnless(deadline)) {
                return false;
            }
        }
        return true;
    }

    private long waiting() {
        long unjudged = unjudged();
        return unjudged > 0 ? unjudged : unwritten();
    }

    private static boolean pauseUnless(long deadline) {
        try {
            TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
        } catch (InterruptedException e) {
            throw ServerException.interrupted("Interrupted while waiting for scans to become visible", e);
        }
        return System.nanoTime() - deadline < 0;
    }

    @Override
    public void close() {
        records.close();
        tables.close();
    }
}
