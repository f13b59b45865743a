package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.ingest.wire.ReplayHeaders;
import com.qualitypost.phoenix.web.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;

/** Sends records unchanged to the topic that they came from. */
class ReplayPublisher {
    private final KafkaOperations<byte[], byte[]> kafka;

    ReplayPublisher(KafkaOperations<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    /** Returns once all in-sync replicas have all of them. */
    void send(List<QuarantinedRecord> records, UUID replay, ReplayDecision decision) {
        try {
            CompletableFuture.allOf(records.stream()
                            .map(record -> kafka.send(again(record, replay, decision)))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException | KafkaException e) {
            throw new ProblemException(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "not_acknowledged",
                            "Kafka has not acknowledged all records. Replay them again: a record that is sent twice takes effect once.")
                    .retryAfter(Duration.ofSeconds(2));
        }
    }

    @SuppressWarnings("NullAway") // A record may lack its key or its value, which Kafka's types do not express.
    private static ProducerRecord<byte[], byte[]> again(
            QuarantinedRecord record, UUID replay, ReplayDecision decision) {
        var again = new ProducerRecord<>(record.id().topic(), null, record.key(), record.value(), record.headers());
        ReplayHeaders.mark(again.headers(), record.id(), replay, decision == ReplayDecision.OVERRIDE);
        return again;
    }
}
