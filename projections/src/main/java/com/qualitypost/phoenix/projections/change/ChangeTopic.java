package com.qualitypost.phoenix.projections.change;

import com.qualitypost.phoenix.kafka.KafkaSettings;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.TrackingChange;
import com.qualitypost.phoenix.topic.Topic;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.stereotype.Component;

/** Writes to the topic {@code tracking-changes}. */
@Component
class ChangeTopic {
    private final String name;
    private final KafkaProducer<String, TrackingChange> producer;

    ChangeTopic(KafkaSettings kafka, RegistrySettings registry) {
        name = kafka.name(Topic.TRACKING_CHANGES);
        Map<String, Object> config = kafka.producer(Topic.TRACKING_CHANGES);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "projections-changes");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        producer = new KafkaProducer<>(config, new StringSerializer(), registry.serializer());
    }

    /** Returns once all in-sync replicas have all of them. */
    void send(List<TrackingChange> changes) throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = changes.stream()
                .map(change -> producer.send(new ProducerRecord<>(name, change.getTrackingNumber(), change)))
                .toList();
        for (Future<RecordMetadata> acknowledgement : sent) {
            acknowledgement.get();
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
