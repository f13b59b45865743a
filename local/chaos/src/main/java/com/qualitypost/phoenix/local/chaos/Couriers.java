package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.local.client.DeviceBatch;
import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.client.ScanClient;
import com.qualitypost.phoenix.servers.process.Await;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Devices that report at a steady pace, whatever the system does, and keep each scan until it is acknowledged. */
final class Couriers implements AutoCloseable {
    private static final int SCANS_AT_ONCE = 20;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Queue<String> gaveUp = new ConcurrentLinkedQueue<>();
    private final ScanClient gateway;
    private final Ledger ledger;
    private final List<SimulatedDevice> devices;
    private int turn;
    private volatile boolean working;

    Couriers(ScanClient gateway, Ledger ledger, List<SimulatedDevice> devices, int scansPerSecond) {
        this.gateway = gateway;
        this.ledger = ledger;
        this.devices = devices;
        long pause = TimeUnit.SECONDS.toMicros(1) * SCANS_AT_ONCE / scansPerSecond;
        clock.scheduleAtFixedRate(this::sendIfWorking, 0, pause, TimeUnit.MICROSECONDS);
    }

    void work() {
        working = true;
    }

    /** Returns what is wrong once everything that was sent should be acknowledged; empty if nothing is. */
    List<String> rest() {
        working = false;
        Await.holds(LIMIT, () -> waiting.get() == 0);
        Findings findings = new Findings();
        findings.none("devices that gave up", gaveUp);
        return waiting.get() == 0
                ? findings.all()
                : List.of("%d batches were not acknowledged within %d s although all is healed"
                        .formatted(waiting.get(), LIMIT.toSeconds()));
    }

    /** Attempts that a gateway had accepted and did not answer, so that they were repeated. */
    long brokenOff() {
        return gateway.tally().brokenOff();
    }

    private void sendIfWorking() {
        if (working) {
            SimulatedDevice device = devices.get(turn++ % devices.size());
            List<Scan> scans = Stream.generate(device::next)
                    .limit(SCANS_AT_ONCE)
                    .distinct()
                    .toList();
            ledger.tries(scans);
            waiting.incrementAndGet();
            DeviceBatch batch = new DeviceBatch(device.name(), device.time(), null, "HANDHELD", scans);
            Thread.ofVirtual().start(() -> send(batch));
        }
    }

    private void send(DeviceBatch batch) {
        try {
            ledger.acknowledged(gateway.send(batch).accepted());
        } catch (ServerException e) {
            gaveUp.add(e.getMessage());
        } finally {
            waiting.decrementAndGet();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        gateway.close();
    }
}
