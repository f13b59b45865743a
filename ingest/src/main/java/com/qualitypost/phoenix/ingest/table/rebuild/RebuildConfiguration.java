package com.qualitypost.phoenix.ingest.table.rebuild;

import com.qualitypost.phoenix.ingest.table.WriterSettings;
import com.qualitypost.phoenix.ingest.wire.KafkaSettings;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.ingest.wire.RegistrySettings;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers rebuilds where the tables are written. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "phoenix.writer.enabled", matchIfMissing = true)
class RebuildConfiguration {
    @Bean
    RebuildEndpoint rebuildEndpoint(
            WriterSettings settings, KafkaTopics topics, RegistrySettings registry, KafkaSettings kafka) {
        return new RebuildEndpoint(new Rebuild(settings, topics, registry, () -> consumer(settings, kafka)));
    }

    /** Belongs to no group: it keeps track of its position itself. */
    private static KafkaConsumer<byte[], byte[]> consumer(WriterSettings settings, KafkaSettings kafka) {
        Map<String, Object> config = kafka.client(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                // Records that are deleted while we read must not be skipped silently.
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                settings.maxPollRecords(),
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false));
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
