package com.qualitypost.phoenix.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.servers.junit.TestServers;
import java.sql.Connection;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
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

/** Rebuilds the tables from the topics on real servers. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@DirtiesContext
class RebuildTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** All columns except the time when a row was written. */
    private static final Map<String, String> COLUMNS = Map.of(
            "shipment",
            "tracking_number, generation, revision, rules_version, status, previous_status, status_since, reason,"
                    + " action_required, needs_review, origin, last_event_at, stale_after, proof, HEX(timeline)",
            "tracking_event",
            "tracking_number, scan_id, generation, revision, kind, outcome, flag, status, reason, occurred_at,"
                    + " corrected_at, received_at, time_quality, source, device_id, device_seq",
            "quarantine",
            "source_topic, source_partition, source_offset, reason, detail, refused_by, refused_at, refused_again_at,"
                    + " tracking_number, scan_id, device_id, record_key, record_value, record_headers");

    private static final String WAITING_TO_SWAP =
            "SELECT id FROM information_schema.processlist WHERE user = 'migrate' AND info LIKE 'LOCK TABLES%'";

    private static final String ROWS = "SELECT CONCAT_WS('|', '%2$s', %1$s) FROM %2$s";

    private static final AtomicInteger POSTED = new AtomicInteger();

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
        stage = new TestEnvironment("rebuild-test");
        stage.settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @BeforeEach
    void someParcels() {
        IntStream.range(0, 5).forEach(_ -> post());
    }

    @Test
    void theTablesAreAsTheyWere() {
        Set<String> before = settled();

        rebuild();

        assertSame(before);
        assertThat(tables()).noneMatch(table -> table.endsWith("_next") || table.endsWith("_old"));
    }

    @Test
    void whatWasDamagedOrDeletedByHandComesBack() {
        Set<String> before = settled();
        var hand = stage.as("migrate");
        hand.update("UPDATE shipment SET status = 'LOST', revision = revision + 1000 ORDER BY tracking_number LIMIT 7");
        hand.update("DELETE FROM shipment ORDER BY tracking_number DESC LIMIT 7");
        // The newest, because the topic may no longer have the oldest.
        hand.update("UPDATE tracking_event SET kind = 'HANDMADE' ORDER BY received_at DESC, scan_id LIMIT 14");
        hand.update("DELETE FROM tracking_event ORDER BY received_at DESC, scan_id LIMIT 7");
        hand.update("UPDATE quarantine SET reason = 'because' LIMIT 1");
        hand.update("DELETE FROM quarantine ORDER BY source_offset DESC LIMIT 1");
        assertThat(rows()).isNotEqualTo(before);

        rebuild();

        assertSame(before);
    }

    @Test
    void scansGoOnMeanwhileAndNoneIsMissing() throws Exception {
        var going = new AtomicBoolean(true);
        Thread courier = Thread.ofVirtual().start(() -> {
            while (going.get()) {
                post();
            }
        });

        try {
            rebuild();
            rebuild();
        } finally {
            going.set(false);
            courier.join();
        }
        Set<String> before = settled();
        rebuild();
        assertSame(before);
    }

    @Test
    void aRebuildThatIsBrokenOffLeavesTheTablesAsTheyWereAndTheNextOneClearsUp() throws Exception {
        Set<String> before = settled();
        try (Connection reader = stage.as("migrate").getDataSource().getConnection()) {
            // Somebody is reading a table for longer than writers should be kept waiting, so the swap has to wait.
            reader.setAutoCommit(false);
            reader.createStatement().executeQuery("SELECT 1 FROM shipment LIMIT 1");
            begin();
            var root = stage.as("root");
            await().until(() -> root.queryForList(WAITING_TO_SWAP, Long.class), waiting -> waiting.size() == 1)
                    .forEach(id -> root.execute("KILL " + id));
            await().untilAsserted(() -> assertThat(state()).isEqualTo("FAILED"));
        }
        assertSame(before);
        assertThat(tables()).contains("shipment_next");

        rebuild();

        assertSame(before);
        assertThat(tables()).doesNotContain("shipment_next");
    }

    @Test
    void factsThatTheTopicNoLongerHasAreKept() throws Exception {
        Set<String> before = settled();
        long events = stage.count("tracking_event");
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers()))) {
            TopicPartition partition = new TopicPartition(stage.prefix() + "shipment-events", 0);
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(5)))
                    .all()
                    .get();
        }

        rebuild();

        assertThat(stage.count("tracking_event")).isEqualTo(events);
        assertSame(before);
    }

    private void rebuild() {
        begin();
        await().untilAsserted(() -> assertThat(state()).isNotEqualTo("RUNNING"));
        assertThat(state()).as(report()).isEqualTo("DONE");
    }

    private void begin() {
        operator.post()
                .uri("/actuator/rebuild")
                .contentType(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isAccepted();
    }

    private String state() {
        return report().replaceAll(".*\"state\":\"(\\w+)\".*", "$1");
    }

    private String report() {
        return String.valueOf(operator.get()
                .uri("/actuator/rebuild")
                .exchange()
                .returnResult(String.class)
                .getResponseBody());
    }

    /** All rows of the tables, once everything that was accepted is written. */
    private static Set<String> settled() {
        await().untilAsserted(() -> {
            assertThat(stage.count("tracking_event") + stage.count("quarantine"))
                    .isEqualTo(POSTED.get());
            assertThat(stage.as("migrate").queryForObject("SELECT SUM(revision) FROM shipment", Long.class))
                    .isEqualTo(stage.count("tracking_event"));
        });
        return rows();
    }

    private static Set<String> rows() {
        return COLUMNS.entrySet().stream()
                .flatMap(
                        table -> stage
                                .as("migrate")
                                .queryForList(ROWS.formatted(table.getValue(), table.getKey()), String.class)
                                .stream())
                .collect(Collectors.toSet());
    }

    private static void assertSame(Set<String> before) {
        Set<String> after = settled();
        assertThat(after.stream().filter(row -> !before.contains(row))).isEmpty();
        assertThat(before.stream().filter(row -> !after.contains(row))).isEmpty();
    }

    private static List<String> tables() {
        return stage.as("migrate").queryForList("SHOW TABLES", String.class);
    }

    private void post() {
        String number =
                "REBUILD-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        List<Map<String, String>> scans = new ArrayList<>();
        for (int parcel = 0; parcel < 5; parcel++) {
            for (String kind : List.of("DELIVERED", "PICKED_UP", "HELD", "ARRIVED", "TELEPORTED")) {
                scans.add(Map.of(
                        "scan_id",
                        UUID.randomUUID().toString(),
                        "tracking_number",
                        number + parcel,
                        "kind",
                        kind,
                        "occurred_at",
                        OffsetDateTime.now().minusMinutes(POSTED.get()).toString()));
                POSTED.incrementAndGet();
            }
        }
        // As a device does: what was not acknowledged in time is sent again.
        await().untilAsserted(() -> http.post()
                .uri("/v1/scans")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "device_id", "HH-1", "sent_at", OffsetDateTime.now().toString(), "scans", scans))
                .exchange()
                .expectStatus()
                .isAccepted());
    }
}
