package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.ingest.wire.AvroReader;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.kafka.KafkaSettings;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.topic.Topic;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Serves the quarantine where the tables are written. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "phoenix.writer.enabled", matchIfMissing = true)
class QuarantineConfiguration {
    @Bean
    QuarantineQueries quarantineQueries(HikariDataSource operatorNode) {
        return new QuarantineQueries(JdbcClient.create(operatorNode));
    }

    @Bean
    ScanDecoder scanBytes(RegistrySettings registry) {
        return new ScanDecoder(new AvroReader<>(Scan.class, registry));
    }

    @Bean
    Replayer replayer(
            QuarantineQueries quarantine,
            HikariDataSource operatorNode,
            KafkaTemplate<byte[], byte[]> replayTemplate,
            ScanDecoder bytes,
            KafkaTopics topics) {
        return new Replayer(
                quarantine,
                new ReplayLog(new JdbcTemplate(operatorNode)),
                new ReplayPublisher(replayTemplate),
                bytes,
                topics,
                Clock.systemUTC());
    }

    /** Connects on the first replay, with the same timeouts as the gateway. */
    @Bean
    KafkaTemplate<byte[], byte[]> replayTemplate(KafkaSettings kafka) {
        var producers = new DefaultKafkaProducerFactory<>(
                kafka.producer(Topic.SCANS), new ByteArraySerializer(), new ByteArraySerializer());
        var template = new KafkaTemplate<>(producers);
        // Its listener would log each failed record; the caller is told once instead.
        template.setProducerListener(null);
        return template;
    }
}
