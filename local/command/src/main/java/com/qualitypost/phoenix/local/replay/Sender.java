package com.qualitypost.phoenix.local.replay;

import com.qualitypost.phoenix.local.client.DeviceBatch;
import com.qualitypost.phoenix.local.client.Receipt;
import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.client.ScanClient;
import com.qualitypost.phoenix.local.screen.Screen;
import java.net.URI;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Sends the scans of a file batch by batch, and reports the lines that the gateway rejects. */
final class Sender implements AutoCloseable {
    private final ScanClient gateway;
    private final Screen screen;
    private long accepted;
    private long rejected;

    Sender(Screen screen, URI... ingest) {
        this.gateway = new ScanClient(ingest);
        this.screen = screen;
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }

    /** A rate of 0 means as fast as scans are accepted. */
    void send(List<FileScan> scans, int scansPerSecond) {
        int mostScans =
                scansPerSecond == 0 ? DeviceBatch.MAX_SCANS : Math.clamp(scansPerSecond / 10, 1, DeviceBatch.MAX_SCANS);
        long began = System.nanoTime();
        int from = 0;
        while (from < scans.size()) {
            if (scansPerSecond > 0) {
                long due = began + Duration.ofSeconds(from).toNanos() / scansPerSecond;
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int to = endOfBatch(scans, from, mostScans);
            send(scans.subList(from, to));
            screen.progress("  sent %,d of %,d".formatted(to, scans.size()));
            from = to;
        }
        if (rejected > ReplayCommand.SHOWN_ROWS) {
            screen.say(
                    "  ... and %,d more rejected. Correct these first.".formatted(rejected - ReplayCommand.SHOWN_ROWS));
        }
    }

    /** Scans that are each small enough may together exceed what the gateway accepts at once. */
    private static int endOfBatch(List<FileScan> scans, int from, int mostScans) {
        int to = from;
        int bytes = 0;
        do {
            bytes += scans.get(to++).bytes();
        } while (to < scans.size()
                && to - from < mostScans
                && bytes + scans.get(to).bytes() <= DeviceBatch.MAX_BYTES);
        return to;
    }

    private void send(List<FileScan> some) {
        // Two rows may be equal: each is reported on its own.
        Map<Scan, Long> lines = new IdentityHashMap<>();
        some.forEach(read -> lines.put(read.scan(), read.line()));
        Receipt receipt = gateway.send(new DeviceBatch(
                null, null, null, "IMPORT", some.stream().map(FileScan::scan).toList()));
        accepted += receipt.accepted().size();
        for (Receipt.Rejection rejection : receipt.rejections()) {
            if (rejected++ < ReplayCommand.SHOWN_ROWS) {
                Scan scan = rejection.scan();
                screen.say("line %d: %s of %s was rejected: %s"
                        .formatted(lines.get(scan), scan.kind(), scan.trackingNumber(), rejection.detail()));
            }
        }
    }

    @Override
    public void close() {
        gateway.close();
    }
}
