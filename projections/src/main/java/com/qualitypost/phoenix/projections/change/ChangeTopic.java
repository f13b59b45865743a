package com.qualitypost.phoenix.projections.change;

import com.qualitypost.phoenix.projections.kafka.KafkaSettings;
import com.qualitypost.phoenix.projections.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.TrackingChange;
import com.qualitypost.phoenix.topic.Topic;
import com.qualitypost.phoenix.topic.TrustedRecords;
import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
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
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.stereotype.Component;

/** Writes to the topic {@code tracking-changes}. */
@Component
class ChangeTopic {
    private static final Map<String, ?> OWN = Map.of(
            ProducerConfig.CLIENT_ID_CONFIG,
            "projections-changes",
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            Topic.TRACKING_CHANGES.compression(),
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            2_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            1_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            2_500);

    private final String name;
    private final KafkaProducer<String, TrackingChange> producer;

    ChangeTopic(KafkaSettings kafka, RegistrySettings registry) {
        name = kafka.name(Topic.TRACKING_CHANGES);
        producer = new KafkaProducer<>(kafka.client(OWN), new StringSerializer(), serializer(registry));
    }

    /** The deployment has registered the schema; it is looked up by its whole text. */
    private static Serializer<TrackingChange> serializer(RegistrySettings registry) {
        TrustedRecords.establish();
        var serializer = new AvroKafkaSerializer<TrackingChange>();
        serializer.configure(
                registry.client(Map.of(
                        SchemaResolverConfig.AUTO_REGISTER_ARTIFACT,
                        false,
                        SchemaResolverConfig.DEREFERENCE_SCHEMA,
                        true,
                        SchemaResolverConfig.RETRY_COUNT,
                        0)),
                false);
        return serializer;
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
