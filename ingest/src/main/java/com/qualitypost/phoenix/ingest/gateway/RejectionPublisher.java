package com.qualitypost.phoenix.ingest.gateway;

import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.schemas.QuarantinedScan;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/** Sends rejected scans to the quarantine on a best-effort basis: the device's answer does not depend on it. */
class RejectionPublisher {
    private static final Logger log = LoggerFactory.getLogger(RejectionPublisher.class);

    private final KafkaOperations<byte[], QuarantinedScan> kafka;
    private final KafkaTopics topics;

    RejectionPublisher(KafkaOperations<byte[], QuarantinedScan> kafka, KafkaTopics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    /** Completes when Kafka has them all or has refused the rest; never fails. */
    CompletableFuture<?> publish(List<QuarantinedScan> rejected) {
        List<CompletableFuture<?>> sent = new ArrayList<>(rejected.size());
        try {
            for (QuarantinedScan entry : rejected) {
                sent.add(kafka.send(new ProducerRecord<>(topics.quarantine(), bytes(entry.getKey()), entry)));
            }
        } catch (RuntimeException e) {
            // This send has waited for Kafka already; the rest need not wait again.
            sent.add(CompletableFuture.failedFuture(e));
        }
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).exceptionally(e -> {
            log.warn(
                    "Rejected scans are not in the quarantine, their numbers will show as gaps; check Kafka: {}",
                    e.getMessage());
            return null;
        });
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer key) {
        return key == null ? null : key.array();
    }
}
