package com.qualitypost.phoenix.ingest.table.rebuild;

import com.qualitypost.phoenix.ingest.database.DatabaseSettings;
import com.qualitypost.phoenix.ingest.table.WriterSettings;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.kafka.KafkaSettings;
import com.qualitypost.phoenix.kafka.RegistrySettings;
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
            WriterSettings settings,
            DatabaseSettings database,
            KafkaTopics topics,
            RegistrySettings registry,
            KafkaSettings kafka) {
        return new RebuildEndpoint(new Rebuild(database, topics, registry, () -> consumer(settings, kafka)));
    }

    /** Belongs to no group: it keeps track of its position itself. */
    private static KafkaConsumer<byte[], byte[]> consumer(WriterSettings settings, KafkaSettings kafka) {
        Map<String, Object> config = kafka.consumer();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // Records that are deleted while we read must not be skipped silently.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxPollRecords());
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
