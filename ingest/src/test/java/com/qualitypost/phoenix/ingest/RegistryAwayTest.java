package com.qualitypost.phoenix.ingest;

import static com.qualitypost.phoenix.ingest.ScanExamples.scan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.ingest.progress.StreamsHealth;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.ShipmentStatus;
import com.qualitypost.phoenix.schemas.TrackingChange;
import com.qualitypost.phoenix.servers.fault.FaultProxy;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.net.URI;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The schema registry is only asked for unknown schemas; records that need it wait for it, and are not dropped. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"phoenix.health.patience=2s", "phoenix.health.look-every=200ms"})
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class RegistryAwayTest {
    private static TestEnvironment stage;
    private static FaultProxy link;

    @Autowired
    private StreamsHealth streams;

    @Autowired
    @Qualifier("writer")
    private HealthIndicator writer;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        stage = new TestEnvironment("registry-away-test");
        String url = TestServers.registry().coreUrl();
        int port = URI.create(url).getPort();
        link = FaultProxy.open(0, port);
        stage.settings().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("phoenix.registry.url", () -> url.replace(":" + port + "/", ":" + link.port() + "/"));
    }

    @AfterAll
    static void close() {
        link.close();
        stage.close();
    }

    @Test
    void whatIsKnownGoesOnAndWhatIsNotWaits(CapturedOutput output) {
        send("scans", "AWAY-0001", scan("AWAY-0001", Kind.PICKED_UP, "09:00"));
        awaitRows("shipment WHERE tracking_number = 'AWAY-0001'");

        link.cut();
        send("scans", "AWAY-0002", scan("AWAY-0002", Kind.PICKED_UP, "09:00"));
        awaitRows("tracking_event WHERE tracking_number = 'AWAY-0002'");
        awaitRows("shipment WHERE tracking_number = 'AWAY-0002'");

        send("shipment-events", "AWAY-0003", neverSeenHere());
        send("scans", "AWAY-0004", neverSeenHere());
        await().untilAsserted(() -> assertThat(output).contains("scans wait on Kafka until they can"));
        send("scans", "AWAY-0004", scan("AWAY-0004", Kind.PICKED_UP, "09:00"));
        assertThat(stage.count("quarantine")).isZero();
        // Threads are replaced again and again, while the topology's state is RUNNING.
        await().untilAsserted(() -> assertThat(streams.health())
                .returns(Status.OUT_OF_SERVICE, Health::getStatus)
                .extracting(Health::getDetails, MAP)
                .extracting("stuck", "failures")
                .asString()
                .contains(
                        "registry-away-test.scans-",
                        " has been at offset ",
                        " 2 behind",
                        "partition ",
                        "The schema registry does not answer"));
        await().untilAsserted(() -> assertThat(writer.health().getDetails().get("stuck"))
                .asString()
                .contains("registry-away-test.shipment-events-"));

        link.heal();
        await().untilAsserted(() -> assertThat(streams.health().getStatus()).isEqualTo(Status.UP));
        await().untilAsserted(() -> assertThat(writer.health().getStatus()).isEqualTo(Status.UP));
        awaitRows("quarantine WHERE source_topic LIKE '%shipment-events' AND reason = 'unreadable'");
        awaitRows("quarantine WHERE source_topic LIKE '%scans' AND reason = 'unreadable'");
        awaitRows("tracking_event WHERE tracking_number = 'AWAY-0004'");
    }

    private static TrackingChange neverSeenHere() {
        return TrackingChange.newBuilder()
                .setTrackingNumber("AWAY-0003")
                .setGeneration(1)
                .setRevision(1)
                .setStatus(ShipmentStatus.PICKED_UP)
                .setChangeSeq(1)
                .build();
    }

    private static void send(String topic, String key, SpecificRecord record) {
        String home = record instanceof TrackingChange ? "tracking-changes" : "scans";
        try (var serializer = new RegistrySettings(TestServers.registry().coreUrl()).<SpecificRecord>serializer();
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            byte[] value = serializer.serialize(stage.prefix() + home, record);
            producer.send(new ProducerRecord<>(stage.prefix() + topic, key.getBytes(UTF_8), value));
        }
    }

    private static void awaitRows(String rows) {
        await().untilAsserted(() -> assertThat(stage.count(rows)).isEqualTo(1));
    }
}
