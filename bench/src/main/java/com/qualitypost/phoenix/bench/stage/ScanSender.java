package com.qualitypost.phoenix.bench.stage;

import com.qualitypost.phoenix.bench.load.HttpConnection;
import com.qualitypost.phoenix.bench.load.Requests;
import com.qualitypost.phoenix.bench.load.Task;
import com.qualitypost.phoenix.bench.world.BatchBody;
import com.qualitypost.phoenix.bench.world.World;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Sends a world's scans in their order, each batch until all of it is accepted, as devices do. */
public final class ScanSender implements Task {
    private static final byte[] ACCEPTED = "\"accepted\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DUPLICATE = "\"duplicate\"".getBytes(StandardCharsets.US_ASCII);
    private static final long PAUSE = Duration.ofMillis(50).toNanos();
    private static final long GIVE_UP_AFTER = Duration.ofMinutes(2).toNanos();

    private final URI gateway;
    private final World world;
    private final BatchBody scans;
    private final int batch;
    private final AtomicLong next = new AtomicLong();
    private final LongAdder refused = new LongAdder();
    private volatile long end;

    ScanSender(URI gateway, World world, int batch) {
        this.gateway = gateway;
        this.world = world;
        this.scans = new BatchBody(world);
        this.batch = batch;
        this.end = world.scans();
    }

    /** From now on sends only so many more, in whole batches. */
    public ScanSender atMost(long more) {
        long batches = Math.ceilDiv(Math.min(more, world.scans()), batch);
        end = Math.min(world.scans(), next.get() + batches * batch);
        return this;
    }

    public World world() {
        return world;
    }

    /** All scans before this index were acknowledged, once nobody is sending. */
    public long sent() {
        return Math.min(next.get(), end);
    }

    /** Attempts that the gateway did not accept as a whole. */
    public long refused() {
        return refused.sum();
    }

    /** The index of the next batch's first scan, for whoever sends it himself; or {@link #DONE}. */
    public long take() {
        long first = next.getAndUpdate(at -> at < end ? Math.min(at + batch, end) : at);
        return first >= end ? DONE : first;
    }

    @Override
    public int run(HttpConnection connection, long turn) {
        long first = take();
        if (first == DONE) {
            return DONE;
        }
        int count = (int) Math.min(batch, end - first);
        send(connection, first, count);
        return count;
    }

    /** Returns once all of these scans are accepted. */
    public void send(HttpConnection connection, long first, int count) {
        long began = System.nanoTime();
        while (!isAccepted(connection, first, count)) {
            refused.increment();
            if (System.nanoTime() - began > GIVE_UP_AFTER) {
                throw new ServerException("The gateway has not accepted a batch for two minutes: " + connection.body());
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private boolean isAccepted(HttpConnection connection, long first, int count) {
        byte[] body = scans.json(first, count);
        try {
            return connection.send(Requests.post(gateway, "/v1/scans", "", body.length), body) == 202
                    && connection.count(ACCEPTED) + connection.count(DUPLICATE) == count;
        } catch (IOException _) {
            return false;
        }
    }
}
