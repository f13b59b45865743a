package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.ingest.wire.Replayed;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;

/** Sends records to where they came from, as they came. */
class ReplayPublisher {

    private final KafkaOperations<byte[], byte[]> kafka;

    ReplayPublisher(KafkaOperations<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    /** Returns when all in-sync replicas have all of them. */
    void send(List<KeptRecord> records, UUID replay, Decision decision) {
        try {
            CompletableFuture.allOf(records.stream()
                            .map(record -> kafka.send(again(record, replay, decision)))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException | KafkaException e) {
            throw Refusal.notAcknowledged();
        }
    }

    @SuppressWarnings("NullAway") // a record may lack its key or its value, which the types of Kafka do not say
    private static ProducerRecord<byte[], byte[]> again(KeptRecord record, UUID replay, Decision decision) {
        var again = new ProducerRecord<>(record.id().topic(), null, record.key(), record.value(), record.headers());
        Replayed.mark(again.headers(), record.id(), replay, decision == Decision.override);
        return again;
    }
}
