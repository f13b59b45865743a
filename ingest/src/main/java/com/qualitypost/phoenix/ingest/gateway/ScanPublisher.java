package com.qualitypost.phoenix.ingest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import com.qualitypost.phoenix.background.OutageLog;
import com.qualitypost.phoenix.background.Pulse;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.schemas.Scan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Puts scans on Kafka. Each future is true once all in-sync replicas have the scan, and false if that is not certain.
 */
class ScanPublisher {
    private static final Logger log = LoggerFactory.getLogger(ScanPublisher.class);

    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header TYPE = header("ce_type", "com.qualitypost.phoenix.scan");
    private static final Header SOURCE = header("ce_source", "/phoenix/ingest");

    private static final long PATIENCE_NANOS = 100_000_000;

    /** A success sooner than this after a failure may lie between two failures of the same outage. */
    private static final Duration CALM = Duration.ofSeconds(2);

    private final KafkaOperations<String, Scan> kafka;
    private final KafkaTopics topics;
    private final OutageLog outage = new OutageLog(
            log, "Scans are not acknowledged, devices are asked to retry", "Scans are acknowledged again.");
    private final Pulse lastFailure = new Pulse();

    ScanPublisher(KafkaOperations<String, Scan> kafka, KafkaTopics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    List<CompletableFuture<Boolean>> publish(List<Scan> scans) {
        List<CompletableFuture<Boolean>> acknowledged = new ArrayList<>(scans.size());
        boolean away = false;
        for (Scan scan : scans) {
            long began = System.nanoTime();
            CompletableFuture<Boolean> sent = away ? CompletableFuture.completedFuture(false) : send(scan);
            // A send that failed after a while has already waited for Kafka; the rest of the batch need not wait again.
            away |= sent.isDone() && !sent.join() && System.nanoTime() - began > PATIENCE_NANOS;
            acknowledged.add(sent);
        }
        return acknowledged;
    }

    private CompletableFuture<Boolean> send(Scan scan) {
        var record = new ProducerRecord<>(topics.scans(), scan.getTrackingNumber(), scan);
        record.headers()
                .add(SPEC_VERSION)
                .add(TYPE)
                .add(SOURCE)
                .add(header("ce_id", scan.getScanId().toString()))
                .add(header("ce_time", scan.getOccurredAt().toString()));
        try {
            return kafka.send(record).handle((_, failure) -> isAcknowledged(failure));
        } catch (RuntimeException e) {
            // Kafka or the registry is away. Whatever the cause, this scan is not acknowledged and the device keeps it.
            return CompletableFuture.completedFuture(isAcknowledged(e));
        }
    }

    private boolean isAcknowledged(@Nullable Throwable failure) {
        if (failure == null) {
            if (outage.reason() != null && lastFailure.isOlderThan(CALM)) {
                outage.works();
            }
            return true;
        }
        lastFailure.beat();
        outage.failed(getMostSpecificCause(failure).toString());
        return false;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
