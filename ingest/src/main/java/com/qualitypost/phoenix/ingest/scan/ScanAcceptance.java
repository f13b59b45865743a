package com.qualitypost.phoenix.ingest.scan;

import com.qualitypost.phoenix.ingest.scan.ItemAnswer.Status;
import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.Scan;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Takes a batch in and answers each scan on its own. Holds no state from batch to batch. */
class ScanAcceptance {

    private final ScanReader reader;
    private final ScanPublisher publisher;
    private final RejectionPublisher rejections;
    private final GatewaySettings settings;
    private final Clock clock;

    ScanAcceptance(
            ScanReader reader,
            ScanPublisher publisher,
            RejectionPublisher rejections,
            GatewaySettings settings,
            Clock clock) {
        this.reader = reader;
        this.publisher = publisher;
        this.rejections = rejections;
        this.settings = settings;
        this.clock = clock;
    }

    /** The same way, for what another reads. */
    ScanAcceptance readBy(ScanReader other) {
        return new ScanAcceptance(other, publisher, rejections, settings, clock);
    }

    List<ItemAnswer> accept(ScanBatch batch) throws InterruptedException {
        DeviceClock device = DeviceClock.of(batch, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        List<ScanReader.Read> read = batch.scans().stream()
                .map(node -> reader.read(node, device, batch))
                .toList();
        // A scan repeated within the batch is sent once; scans with one id that differ are all sent, and judged later.
        List<Scan> distinct = read.stream()
                .filter(ScanReader.Read.Readable.class::isInstance)
                .map(r -> ((ScanReader.Read.Readable) r).scan())
                .distinct()
                .toList();
        Map<Scan, Boolean> acknowledged = publish(distinct, rejected(batch, read, device.receivedAt()));

        List<ItemAnswer> answers = new ArrayList<>(read.size());
        Map<Scan, Status> answered = new LinkedHashMap<>();
        for (int index = 0; index < read.size(); index++) {
            answers.add(
                    switch (read.get(index)) {
                        case ScanReader.Read.Rejected why ->
                            ItemAnswer.rejected(
                                    index, Rejections.scanId(batch.scans().get(index)), why);
                        case ScanReader.Read.Readable(Scan scan) ->
                            ItemAnswer.of(index, scan.getScanId(), status(scan, acknowledged, answered));
                    });
        }
        return answers;
    }

    private static Status status(Scan scan, Map<Scan, Boolean> acknowledged, Map<Scan, Status> answered) {
        if (!acknowledged.getOrDefault(scan, false)) {
            return Status.retry;
        }
        return answered.put(scan, Status.accepted) == null ? Status.accepted : Status.duplicate;
    }

    /** Where no device is named nobody counts, and nothing is missed. */
    private static List<QuarantinedScan> rejected(ScanBatch batch, List<ScanReader.Read> read, Instant receivedAt) {
        List<QuarantinedScan> rejected = new ArrayList<>();
        for (int index = 0; index < read.size(); index++) {
            if (batch.deviceId() != null
                    && batch.scans().get(index) instanceof ObjectNode item
                    && read.get(index) instanceof ScanReader.Read.Rejected why) {
                rejected.add(Rejections.entry(item, why, batch.deviceId(), receivedAt));
            }
        }
        return rejected;
    }

    private Map<Scan, Boolean> publish(List<Scan> scans, List<QuarantinedScan> rejected) throws InterruptedException {
        long began = System.nanoTime();
        List<CompletableFuture<Boolean>> sent = publisher.publish(scans);
        CompletableFuture<?> kept = rejections.publish(rejected);
        // Sending may have waited for Kafka itself; the device's answer does not wait for that on top.
        long leftNanos = settings.answerWithin().toNanos() - (System.nanoTime() - began);
        CompletableFuture.allOf(Stream.concat(sent.stream(), Stream.of(kept)).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, Math.max(0, leftNanos), TimeUnit.NANOSECONDS)
                .join();
        Map<Scan, Boolean> acknowledged = new LinkedHashMap<>();
        for (int i = 0; i < scans.size(); i++) {
            acknowledged.put(scans.get(i), sent.get(i).getNow(false));
        }
        return acknowledged;
    }
}
