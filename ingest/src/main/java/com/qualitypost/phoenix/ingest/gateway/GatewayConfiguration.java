package com.qualitypost.phoenix.ingest.gateway;

import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.kafka.KafkaSettings;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.topic.Topic;
import com.qualitypost.phoenix.web.draining.ConnectionDraining;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Sets up the role {@code gateway}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "phoenix.gateway.enabled", matchIfMissing = true)
@Import(ConnectionDraining.class)
class GatewayConfiguration {
    @Bean
    ScanAcceptance scanAcceptance(
            ScanReader reader,
            KafkaTemplate<String, Scan> scans,
            KafkaTemplate<byte[], QuarantinedScan> rejections,
            KafkaTopics topics,
            GatewaySettings settings) {
        return new ScanAcceptance(
                reader,
                new ScanPublisher(scans, topics),
                new RejectionPublisher(rejections, topics),
                settings,
                Clock.systemUTC());
    }

    @Bean
    @ConditionalOnBooleanProperty("phoenix.gateway.sandbox")
    SandboxGateway sandboxDoor(ScanAcceptance acceptance, ScanReader reader, JsonMapper json) {
        return new SandboxGateway(acceptance.readBy(reader.ofTests()), json);
    }

    @Bean
    KafkaTemplate<String, Scan> scanTemplate(KafkaSettings kafka, RegistrySettings registry) {
        return template(kafka, Topic.SCANS, new StringSerializer(), registry.serializer());
    }

    @Bean
    KafkaTemplate<byte[], QuarantinedScan> rejectionTemplate(KafkaSettings kafka, RegistrySettings registry) {
        return template(kafka, Topic.SCAN_QUARANTINE, new ByteArraySerializer(), registry.serializer());
    }

    /** Timeouts add up: whatever Kafka does, a device gets its answer within 3 s. */
    private static <K, V> KafkaTemplate<K, V> template(
            KafkaSettings kafka, Topic topic, Serializer<K> keys, Serializer<V> values) {
        Map<String, Object> config = kafka.producer(topic);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 3);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        // The serializer is configured already; the factory would configure it again, with Kafka's settings only.
        var producers = new DefaultKafkaProducerFactory<K, V>(config);
        producers.setConfigureSerializers(false);
        producers.setKeySerializer(keys);
        producers.setValueSerializer(values);
        var template = new KafkaTemplate<>(producers);
        // Its listener would log every failed record, hundreds per batch; the publisher logs the outage once.
        template.setProducerListener(null);
        return template;
    }
}
