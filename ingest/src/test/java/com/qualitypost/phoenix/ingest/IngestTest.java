package com.qualitypost.phoenix.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.EventOutcome;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentState;
import com.qualitypost.phoenix.schemas.ShipmentStatus;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** All roles in one process, from the device's request to the rows, on real servers. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@DirtiesContext
class IngestTest {
    private static TestEnvironment stage;

    @Autowired
    private RestTestClient http;

    private RestTestClient operator;

    @Autowired
    void connect(ApplicationContext application) {
        operator = Operator.of(application);
    }

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        stage = new TestEnvironment("ingest-test");
        stage.settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void acceptedScansEndInTheTablesOnce() {
        List<Map<String, Object>> life = new ArrayList<>();
        for (int parcel = 0; parcel < 50; parcel++) {
            String number = "LIFE-%043d".formatted(parcel);
            life.add(scan(number, "PICKED_UP", 50));
            life.add(scan(number, "ARRIVED", 40));
            life.add(scan(number, "OUT_FOR_DELIVERY", 30));
            life.add(scan(number, "DELIVERED", 20));
        }
        Collections.shuffle(life);

        post(life);
        post(life);
        post(List.of(scan("LIFE-00000", "TELEPORTED", 10)));

        await().untilAsserted(() -> {
            assertThat(stage.count("tracking_event WHERE tracking_number LIKE 'LIFE-%'"))
                    .isEqualTo(200);
            assertThat(stage.count("shipment WHERE tracking_number LIKE 'LIFE-%' AND status = 'DELIVERED'"))
                    .isEqualTo(50);
            assertThat(stage.count("quarantine WHERE reason = 'unknown_kind'")).isEqualTo(1);
        });
    }

    @Test
    void theDevicesOffsetSurvives() {
        post(List.of(Map.of(
                "scan_id", UUID.randomUUID().toString(),
                "tracking_number", "OFFSET-0001",
                "kind", "PICKED_UP",
                "occurred_at", "2026-11-20T09:59:58.120-06:00")));

        await().untilAsserted(() -> assertThat(
                        stage.count("tracking_event WHERE tracking_number = 'OFFSET-0001' AND offset_minutes = -360"
                                + " AND occurred_at = '2026-11-20 15:59:58.120'"))
                .isEqualTo(1));
    }

    @Test
    void anOperatorOverridesARefusalAndReplayingTwiceChangesNothing() {
        post(List.of(scan("FUTURE-0001", "PICKED_UP", -60)));
        String quarantined = "quarantine WHERE reason = 'in_the_future' AND tracking_number = 'FUTURE-0001'";
        await().untilAsserted(() -> assertThat(stage.count(quarantined)).isEqualTo(1));

        replayFutureScans("judge_again", "$.refused_again");
        replayFutureScans("override", "$.accepted");
        replayFutureScans("override", "$.accepted");
        post(List.of(scan("FUTURE-0001", "ARRIVED", 0)));

        await().untilAsserted(() -> assertThat(stage.count("tracking_event WHERE tracking_number = 'FUTURE-0001'"))
                .isEqualTo(2));
        assertThat(stage.count("shipment WHERE tracking_number = 'FUTURE-0001' AND revision = 2"))
                .isEqualTo(1);
        assertThat(stage.count(quarantined)).isEqualTo(1);
        assertThat(stage.count("quarantine_replay WHERE replayed_by = 'Ana'")).isEqualTo(3);
    }

    private void replayFutureScans(String decision, String outcome) {
        URI replay = operator.post()
                .uri("/v1/quarantine:replay")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("by", "Ana", "decision", decision, "filter", Map.of("reason", "in_the_future")))
                .exchange()
                .expectStatus()
                .isAccepted()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation();
        await().untilAsserted(() -> operator.get()
                .uri(String.valueOf(replay))
                .exchange()
                .expectBody()
                .jsonPath(outcome)
                .isEqualTo(1));
    }

    @Test
    void scansAreAcceptedWhileTheDatabaseIsAwayAndWrittenWhenItIsBack() {
        post(List.of(scan("AWAY-00001", "PICKED_UP", 50)));
        await().untilAsserted(() -> assertThat(stage.count("shipment WHERE tracking_number = 'AWAY-00001'"))
                .isEqualTo(1));

        stage.mysql().kill();
        operator.get().uri("/v1/quarantine").exchange().expectStatus().isEqualTo(503);
        post(List.of(scan("AWAY-00001", "DELIVERED", 10), scan("AWAY-00002", "PICKED_UP", 10)));
        assertHealth("writer", "OUT_OF_SERVICE");
        assertHealth("kafka", "UP");
        stage.startMysql();

        await().untilAsserted(() -> {
            assertThat(stage.count("shipment WHERE tracking_number LIKE 'AWAY-%'"))
                    .isEqualTo(2);
            assertThat(stage.count("shipment WHERE tracking_number = 'AWAY-00001' AND status = 'DELIVERED'"))
                    .isEqualTo(1);
        });
        assertHealth("writer", "UP");
    }

    /** An answer that claims to include everything up to a moment must not lack what the tables had then. */
    @Test
    void noFactIsInTheTablesWithoutTheStateThatItLedTo() {
        send(0, "shipment-events", event("ALONE-0001"));
        send(1, "shipment-states", state("ALONE-0002"));
        send(1, "shipment-events", event("ALONE-0002"));
        String facts = "tracking_event WHERE tracking_number = 'ALONE-000%d'";
        await().untilAsserted(() -> assertThat(stage.count(facts.formatted(2))).isEqualTo(1));
        assertThat(stage.count(facts.formatted(1))).isZero();

        send(0, "shipment-states", state("ALONE-0001"));

        await().untilAsserted(() -> assertThat(stage.count(facts.formatted(1))).isEqualTo(1));
        assertThat(stage.count("shipment WHERE tracking_number = 'ALONE-0001'")).isEqualTo(1);
    }

    private static ShipmentEvent event(String number) {
        return new ShipmentEvent(
                number,
                1,
                1L,
                EventOutcome.MOVED,
                null,
                ShipmentStatus.UNKNOWN,
                ShipmentStatus.PICKED_UP,
                null,
                false,
                ScanExamples.scan(number, Kind.PICKED_UP, "09:00"));
    }

    private static ShipmentState state(String number) {
        return ShipmentState.newBuilder()
                .setTrackingNumber(number)
                .setGeneration(1)
                .setRevision(1)
                .setRulesVersion(1)
                .setStatus(ShipmentStatus.PICKED_UP)
                .setTimeline(List.of())
                .build();
    }

    private static void send(int partition, String topic, SpecificRecord record) {
        String name = stage.prefix() + topic;
        try (var serializer = new RegistrySettings(TestServers.registry().coreUrl()).<SpecificRecord>serializer();
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(name, partition, new byte[0], serializer.serialize(name, record)));
        }
    }

    private void assertHealth(String component, String status) {
        await().untilAsserted(() -> operator.get()
                .uri("/actuator/health")
                .exchange()
                .expectBody()
                .jsonPath("$.components.%s.status".formatted(component))
                .isEqualTo(status));
    }

    @Test
    void aDevicesNumbersAreMissingUntilTheirScansCome() {
        post("HH-GAPS", List.of(numbered(1), numbered(2), numbered(5)), "accepted");
        awaitGaps("[{\"from\": 3, \"to\": 4}]");

        post("HH-GAPS", List.of(numbered(4)), "accepted");
        awaitGaps("[{\"from\": 3, \"to\": 3}]");

        Map<String, Object> mistyped = new HashMap<>(numbered(3));
        mistyped.put("tracking_number", "PQ000000015MX");
        mistyped.put("delivered_to", "Somebody's name");
        mistyped.put("phone", "5512345678");
        post("HH-GAPS", List.of(mistyped), "rejected");
        awaitGaps("[]");
        assertThat(stage.count(
                        "quarantine WHERE source_topic = 'http' AND refused_by = 'gateway' AND device_id = 'HH-GAPS'"
                                + " AND reason = 'invalid_scan' AND record_key = 'PQ000000015MX' AND source_offset >= 0"
                                + " AND record_value LIKE '%\"device_seq\":3%' AND record_value NOT LIKE '%name%'"
                                + " AND record_value NOT LIKE '%phone%'"))
                .isEqualTo(1);
    }

    private void awaitGaps(String gaps) {
        await().untilAsserted(() -> operator.get()
                .uri("/v1/devices/HH-GAPS/gaps")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"first_seq\": 1, \"last_seq\": 5, \"gaps\": %s}".formatted(gaps)));
    }

    private void post(List<Map<String, Object>> scans) {
        post("HH-1", scans, "accepted");
    }

    private void post(String device, List<Map<String, Object>> scans, String status) {
        http.post()
                .uri("/v1/scans")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "device_id", device, "sent_at", OffsetDateTime.now().toString(), "scans", scans))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.results[?(@.status != '%s')]".formatted(status))
                .isEmpty();
    }

    private static Map<String, Object> numbered(long number) {
        Map<String, Object> scan = new HashMap<>(scan("GAPS-%04d".formatted(number), "PICKED_UP", 10));
        scan.put("device_seq", number);
        return scan;
    }

    private static Map<String, Object> scan(String number, String kind, int minutesAgo) {
        return Map.of(
                "scan_id",
                UUID.randomUUID().toString(),
                "tracking_number",
                number,
                "kind",
                kind,
                "occurred_at",
                OffsetDateTime.now().minusMinutes(minutesAgo).toString());
    }
}
