package com.qualitypost.phoenix.ingest.gateway;

import com.qualitypost.phoenix.ingest.gateway.ItemAnswer.Status;
import com.qualitypost.phoenix.ingest.gateway.ScanReader.Read.Readable;
import com.qualitypost.phoenix.ingest.gateway.body.RawScan;
import com.qualitypost.phoenix.ingest.gateway.body.ScanBatch;
import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.Scan;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Accepts a batch and answers each scan separately. Holds no state between batches. */
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

    /** The same pipeline with a different reader; the sandbox's accepts only test numbers. */
    ScanAcceptance readBy(ScanReader other) {
        return new ScanAcceptance(other, publisher, rejections, settings, clock);
    }

    List<ItemAnswer> accept(ScanBatch batch) throws InterruptedException {
        DeviceClock device = DeviceClock.of(batch, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        ItemAnswer[] answers = new ItemAnswer[batch.scans().size()];
        Map<Integer, Readable> readable = new LinkedHashMap<>();
        List<QuarantinedScan> rejected = new ArrayList<>();
        for (int index = 0; index < answers.length; index++) {
            RawScan raw = batch.scans().get(index);
            switch (reader.read(raw, device, batch)) {
                case Readable scan -> readable.put(index, scan);
                case ScanReader.Read.Rejected why -> {
                    Rejection rejection = Rejection.of(raw, why);
                    answers[index] = rejection.answer(index);
                    // Without a device id there is no numbering, so a rejected scan cannot show as a gap.
                    if (batch.deviceId() != null && raw.isObject()) {
                        rejected.add(rejection.entry(batch.deviceId(), device.receivedAt()));
                    }
                }
            }
        }
        // A scan repeated within the batch is sent once; different scans with the same id are all sent, and judged
        // later.
        List<Scan> distinct =
                readable.values().stream().map(Readable::scan).distinct().toList();
        Map<Scan, Boolean> acknowledged = publish(distinct, rejected);
        Map<Scan, Status> answered = new HashMap<>();
        readable.forEach((index, read) ->
                answers[index] = ItemAnswer.of(index, read.id().text(), status(read.scan(), acknowledged, answered)));
        return List.of(answers);
    }

    private static Status status(Scan scan, Map<Scan, Boolean> acknowledged, Map<Scan, Status> answered) {
        if (!acknowledged.getOrDefault(scan, false)) {
            return Status.RETRY;
        }
        return answered.put(scan, Status.ACCEPTED) == null ? Status.ACCEPTED : Status.DUPLICATE;
    }

    private Map<Scan, Boolean> publish(List<Scan> scans, List<QuarantinedScan> rejected) throws InterruptedException {
        long began = System.nanoTime();
        List<CompletableFuture<Boolean>> sent = publisher.publish(scans);
        CompletableFuture<?> kept = rejections.publish(rejected);
        // Sending may itself have waited for Kafka; that counts towards the time in which the device gets its answer.
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
