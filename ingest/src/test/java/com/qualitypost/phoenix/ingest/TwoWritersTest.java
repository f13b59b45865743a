package com.qualitypost.phoenix.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.sql.Connection;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Two writers share the partitions; one that loses a partition writes nothing of it any more. */
class TwoWritersTest {
    private static final int PARTITIONS = 4;
    private static final String[] WRITER_ONLY = {"--phoenix.gateway.enabled=false", "--phoenix.streams.enabled=false"};
    private static final RegistrySettings REGISTRY =
            new RegistrySettings(TestServers.registry().coreUrl());

    /** Anybody else who writes this entry has to wait for it. */
    private static final String NEXT_ROW = """
            INSERT INTO quarantine
              (source_topic, source_partition, source_offset, reason, detail, refused_by, refused_at)
            VALUES ('elsewhere', %d, %d, '', '', '', NOW())""";

    private static TestEnvironment stage;
    /** A process, because it is frozen. */
    private static ServerProcess one;

    private static ConfigurableApplicationContext other;
    private static int sent;

    @BeforeAll
    static void start() {
        stage = new TestEnvironment("two-writers-test");
        one = stage.application("one", WRITER_ONLY);
        other = stage.run(WRITER_ONLY);
    }

    @AfterAll
    static void stop() {
        other.close();
        one.kill();
        stage.close();
    }

    @Test
    void whoeverIsFrozenInTheMiddleOfATransactionIsReplacedAndThenRefused() throws Exception {
        await().untilAsserted(() -> {
            send();
            assertThat(owners()).hasSize(2);
        });
        awaitAllWritten();
        stage.countWrites();

        try (Connection lock = stage.as("migrate").getDataSource().getConnection()) {
            lock.setAutoCommit(false);
            for (int partition = 0; partition < PARTITIONS; partition++) {
                lock.createStatement().execute(NEXT_ROW.formatted(partition, sent));
            }
            send();
            await().until(() -> stage.lockWaits() == 2);
            one.freeze();
            lock.rollback();
        }
        awaitAllWritten();
        one.thaw();

        await().untilAsserted(() -> {
            send();
            assertThat(owners()).hasSize(2);
        });
        awaitAllWritten();
        assertThat(stage.writtenTwice()).isZero();
    }

    /** One entry per partition; an entry that is written twice shows it. */
    private static void send() {
        String topic = new KafkaTopics(stage.prefix()).quarantine();
        try (var serializer = REGISTRY.<QuarantinedScan>serializer();
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                byte[] entry = serializer.serialize(topic, entry(partition, sent));
                producer.send(new ProducerRecord<>(topic, partition, "key".getBytes(UTF_8), entry));
            }
        }
        sent++;
    }

    private static QuarantinedScan entry(int partition, int offset) {
        return QuarantinedScan.newBuilder()
                .setReason("unreadable")
                .setDetail("because")
                .setRefusedBy("judge")
                .setRefusedAt(Instant.parse("2026-11-22T09:00:00Z"))
                .setSourceTopic("elsewhere")
                .setSourcePartition(partition)
                .setSourceOffset(offset)
                .build();
    }

    private static void awaitAllWritten() {
        await().untilAsserted(() -> assertThat(stage.count("quarantine WHERE source_topic = 'elsewhere'"))
                .isEqualTo((long) sent * PARTITIONS));
    }

    /** The last writer of all partitions. */
    private static Set<String> owners() {
        return Set.copyOf(stage.as("migrate")
                .queryForList("SELECT DISTINCT owner FROM sink_offset WHERE next_offset > 0", String.class));
    }
}
