package com.qualitypost.phoenix.ingest.table;

import com.qualitypost.phoenix.ingest.database.DatabaseSettings;
import com.qualitypost.phoenix.ingest.progress.GroupProgress;
import com.qualitypost.phoenix.ingest.progress.ProgressSettings;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.kafka.KafkaSettings;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets up the role {@code writer}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "phoenix.writer.enabled", matchIfMissing = true)
class WriterConfiguration {
    private static final int RECORDS_PER_POLL = 100;

    @Bean
    GroupProgress writingProgress(
            WriterSettings settings, KafkaTopics topics, KafkaSettings kafka, ProgressSettings progress) {
        return new GroupProgress(settings.groupId(), TableWriter.topics(topics), kafka, progress);
    }

    @Bean("writer")
    WriterHealth writerHealth(WriterThread thread, GroupProgress writingProgress) {
        return new WriterHealth(thread, writingProgress);
    }

    @Bean
    WriterThread writerThread(
            WriterSettings settings,
            DatabaseSettings database,
            KafkaTopics topics,
            RegistrySettings registry,
            KafkaSettings kafka,
            HikariDataSource writerNode) {
        var jdbc = new JdbcTemplate(writerNode);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(writerNode));
        var offsets = new SinkOffsets(jdbc, "pid " + ProcessHandle.current().pid());
        var writer = new ShipmentWriter(jdbc, transaction, offsets);
        var revisions = new Revisions(jdbc);
        return new WriterThread(new Migration(database), () -> {
            var reader = new BatchReader(topics, registry);
            return new TableWriter(
                    new AlignedConsumer(consumer(settings, kafka), offsets, settings.maxPollRecords()),
                    TableWriter.topics(topics),
                    reader,
                    new FactsWithStates(topics.events(), revisions::of, InstantSource.system()),
                    new BisectingWriter(reader, writer::write));
        });
    }

    private static KafkaConsumer<byte[], byte[]> consumer(WriterSettings settings, KafkaSettings kafka) {
        Map<String, Object> config = kafka.consumer();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.groupId());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_POLL);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
