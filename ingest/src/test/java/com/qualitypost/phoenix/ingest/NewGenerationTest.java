package com.qualitypost.phoenix.ingest;

import static com.qualitypost.phoenix.ingest.ScanExamples.scan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Everything that follows from the scans can be computed again: it is the same, under a higher generation. */
class NewGenerationTest {
    private static final int PARCELS = 20;

    private static final List<String> ROWS = List.of("""
            SELECT CONCAT_WS('|', tracking_number, status, previous_status, status_since, reason, last_event_at,
                   stale_after, HEX(timeline)) FROM shipment ORDER BY tracking_number""", """
            SELECT CONCAT_WS('|', tracking_number, scan_id, kind, outcome, flag, status, revision, occurred_at,
                   corrected_at) FROM tracking_event ORDER BY tracking_number, scan_id""", """
            SELECT CONCAT_WS('|', source_topic, source_partition, source_offset, reason, detail, refused_at,
                   record_value) FROM quarantine ORDER BY source_partition, source_offset""");

    private static TestEnvironment stage;

    @BeforeAll
    static void start() {
        stage = new TestEnvironment("new-generation-test");
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void aNewGenerationReplacesTheOneBefore() {
        sendScans();
        List<String> before;
        try (ConfigurableApplicationContext _ = run(1)) {
            awaitGeneration(1);
            before = rows();
        }

        try (ConfigurableApplicationContext _ = run(2)) {
            awaitGeneration(2);
        }

        assertThat(rows()).isEqualTo(before);
    }

    private static ConfigurableApplicationContext run(int generation) {
        return stage.run(
                "--phoenix.streams.generation=" + generation,
                "--phoenix.streams.application-id=new-generation-test-" + generation,
                "--phoenix.streams.state-dir=" + stage.settings().get("phoenix.streams.state-dir") + "-" + generation);
    }

    private static void awaitGeneration(int generation) {
        // The tables are created when the first application starts.
        await().untilAsserted(() -> {
            assertThat(stage.count("tracking_event WHERE generation = " + generation))
                    .isEqualTo(3 * PARCELS);
            assertThat(stage.count("shipment WHERE revision = 3 AND generation = " + generation))
                    .isEqualTo(PARCELS);
            assertThat(stage.count("quarantine" + (generation == 1 ? "" : " WHERE refused_again_at IS NOT NULL")))
                    .isEqualTo(PARCELS);
        });
    }

    private static List<String> rows() {
        return ROWS.stream()
                .flatMap(sql -> stage.as("migrate").queryForList(sql, String.class).stream())
                .toList();
    }

    private static void sendScans() {
        String topic = stage.prefix() + "scans";
        try (var serializer = new RegistrySettings(TestServers.registry().coreUrl()).<Scan>serializer();
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (int parcel = 0; parcel < PARCELS; parcel++) {
                String number = "AGAIN-%03d".formatted(parcel);
                for (Scan scan : List.of(
                        scan(number, Kind.DELIVERED, "12:00"),
                        scan(number, Kind.PICKED_UP, "09:00"),
                        scan(number, UUID.randomUUID(), "TELEPORTED", "10:00"),
                        scan(number, Kind.ARRIVED, "10:30"))) {
                    producer.send(
                            new ProducerRecord<>(topic, number.getBytes(UTF_8), serializer.serialize(topic, scan)));
                }
            }
        }
    }
}
