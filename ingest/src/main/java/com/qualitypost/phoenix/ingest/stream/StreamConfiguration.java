package com.qualitypost.phoenix.ingest.stream;

import com.qualitypost.phoenix.ingest.progress.GroupProgress;
import com.qualitypost.phoenix.ingest.progress.ProgressSettings;
import com.qualitypost.phoenix.ingest.progress.StreamsHealth;
import com.qualitypost.phoenix.ingest.progress.ThreadFailures;
import com.qualitypost.phoenix.ingest.shipment.Rules;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.kafka.KafkaSettings;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.topic.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafkaStreams;
import org.springframework.kafka.annotation.KafkaStreamsDefaultConfiguration;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/** Sets up the role {@code streams}: the topology with exactly-once results and bounded memory. */
@Configuration(proxyBeanMethods = false)
@EnableKafkaStreams
@ConditionalOnProperty(name = "phoenix.streams.enabled", matchIfMissing = true)
class StreamConfiguration {
    @Bean
    ShipmentTopology shipmentTopology(
            KafkaTopics topics,
            RegistrySettings registry,
            StreamSettings settings,
            JudgementMetrics judged,
            RefoldEndpoint refolding) {
        var rules = new Rules(Rules.VERSION, settings.maxFacts(), new Holidays());
        return new ShipmentTopology(topics, registry, settings, rules, judged, refolding);
    }

    @Bean(KafkaStreamsDefaultConfiguration.DEFAULT_STREAMS_CONFIG_BEAN_NAME)
    KafkaStreamsConfiguration streamsConfig(StreamSettings settings, KafkaSettings kafka) {
        Map<String, Object> config = kafka.client();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbyReplicas());
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replicationFactor());
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        config.put(BoundedRocksDb.CACHE_BYTES, settings.rocksdbCacheBytes());
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 500);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        // One producer writes all three topics of the topology.
        config.put(
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
                Topic.SHIPMENT_EVENTS.compression());
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG), 1);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 << 10);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topic.MOST_BYTES);
        return new KafkaStreamsConfiguration(config);
    }

    @Bean
    GroupProgress judgingProgress(
            StreamSettings settings, KafkaTopics topics, KafkaSettings kafka, ProgressSettings progress) {
        return new GroupProgress(settings.applicationId(), List.of(topics.scans()), kafka, progress);
    }

    @Bean
    ThreadFailures threadFailures() {
        return new ThreadFailures();
    }

    @Bean("streams")
    StreamsHealth streamsHealth(
            StreamsBuilderFactoryBean streams, GroupProgress judgingProgress, ThreadFailures threadFailures) {
        return new StreamsHealth(streams, judgingProgress, threadFailures);
    }

    @Bean
    StreamsBuilderFactoryBeanConfigurer replaceFailedThreads(ThreadFailures threadFailures) {
        return factory -> factory.setStreamsUncaughtExceptionHandler(threadFailures);
    }
}
