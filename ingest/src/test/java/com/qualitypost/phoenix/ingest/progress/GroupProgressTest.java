package com.qualitypost.phoenix.ingest.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.kafka.KafkaSettings;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Health reports when nothing moves although there is work, whatever the cause. */
class GroupProgressTest {
    private static final ProgressSettings SOON = new ProgressSettings(Duration.ofSeconds(1), Duration.ofMillis(100));
    private static final String GROUP = "progress-test";
    private static final String TOPIC = "progress-test.scans";
    private static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);

    private final String kafka = TestServers.kafka().bootstrapServers();
    private final KafkaSettings settings = new KafkaSettings(kafka, "", Map.of());

    @Test
    void aPartitionThatStandsIsNamedUntilItMoves() throws Exception {
        try (Admin admin = Admin.create(settings.client())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get();
            read(admin, 0);
            GroupProgress progress = new GroupProgress(GROUP, List.of(TOPIC), settings, SOON);
            progress.start();
            try {
                write(3);
                await().untilAsserted(() -> assertThat(progress.stuck())
                        .contains("progress-test.scans-1 has been at offset 0 for ", " s, 3 behind")
                        .doesNotContain("scans-0"));

                read(admin, 2);
                await().untilAsserted(() -> assertThat(progress.stuck()).isNull());
                await().untilAsserted(() ->
                        assertThat(progress.stuck()).contains("has been at offset 2 for ", " s, 1 behind"));

                read(admin, 3);
                await().untilAsserted(() -> assertThat(progress.stuck()).isNull());
            } finally {
                progress.stop();
            }
        }
    }

    @Test
    void whereKafkaDoesNotAnswerNothingIsKnown() {
        GroupProgress progress =
                new GroupProgress(GROUP, List.of(TOPIC), new KafkaSettings("127.0.0.1:1", "", Map.of()), SOON);
        progress.start();
        try {
            await().untilAsserted(() ->
                    assertThat(progress.stuck()).startsWith("the progress of progress-test has been unknown for "));
        } finally {
            progress.stop();
        }
    }

    private void write(int records) {
        try (var producer = new KafkaProducer<>(settings.client(), new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(TOPIC, SECOND.partition(), "", "scan " + i));
            }
        }
    }

    private static void read(Admin admin, long next) throws ExecutionException, InterruptedException {
        admin.alterConsumerGroupOffsets(GROUP, Map.of(SECOND, new OffsetAndMetadata(next)))
                .all()
                .get();
    }
}
