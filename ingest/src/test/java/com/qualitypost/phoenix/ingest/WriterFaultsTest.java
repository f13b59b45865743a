package com.qualitypost.phoenix.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.servers.fault.FaultProxy;
import com.qualitypost.phoenix.servers.fault.FaultProxy.CommitCut;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Faults of the database during writing: each scan is written once, as soon as possible. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class WriterFaultsTest {
    /** Longer than a consumer may be silent. */
    private static final Duration AWAY = Duration.ofSeconds(12);

    private static final String MANY_ROWS = """
            INSERT INTO quarantine_replay
              (source_topic, source_partition, source_offset, replay_id, replayed_at, replayed_by, decision)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)
            SELECT 'none', 0, i, UUID(), NOW(), 'Ana', 'judge_again' FROM n""";

    private static TestEnvironment stage;
    private static FaultProxy link;

    @Autowired
    private RestTestClient http;

    private RestTestClient operator;

    @Autowired
    void connect(ApplicationContext application) {
        operator = Operator.of(application);
    }

    private final String number =
            "FAULT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        stage = new TestEnvironment("writer-faults-test");
        link = FaultProxy.openBeforeMysql(0, stage.mysql().port());
        stage.settings().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("phoenix.database.writer", () -> "127.0.0.1:" + link.port());
    }

    @AfterAll
    static void close() {
        link.close();
        stage.close();
    }

    @Test
    void aServerThatBecameReadOnlyIsLeftAtOnce() {
        scans("PICKED_UP");
        awaitWritten(1);
        var root = stage.as("root");
        List<Long> before = connections();
        root.execute("SET GLOBAL super_read_only = 1");

        scans("ARRIVED");
        awaitWriter("OUT_OF_SERVICE");
        await().untilAsserted(() -> assertThat(connections()).doesNotContainAnyElementsOf(before));

        root.execute("SET GLOBAL super_read_only = 0");
        root.execute("SET GLOBAL read_only = 0");
        awaitWritten(2);
    }

    @Test
    void whatTheServerHasLostIsWrittenAgainThoughNothingNewComes() {
        scans("PICKED_UP");
        awaitWritten(1);

        // What a failover does to a server that lacks the last transactions.
        stage.as("migrate").update("DELETE FROM tracking_event WHERE tracking_number = ?", number);
        stage.as("migrate").update("DELETE FROM sink_offset");

        awaitWritten(1);
    }

    @Test
    void aServerThatIsKilledInTheMiddleOfATransactionIsWrittenToSoonAfterItIsBack() throws Exception {
        scans("PICKED_UP");
        awaitWritten(1);
        Connection lock = lockShipment();
        scans("ARRIVED");
        await().until(() -> stage.lockWaits() > 0);
        stage.mysql().kill();
        // Not before: the driver closes a connection that nobody refers to any more.
        lock.abort(Runnable::run);
        scans("DELIVERED");
        stage.startMysql();

        awaitWritten(3);
    }

    @Test
    void aServerThatIsSilentOrAwayForLongDoesNotCostTheWriterItsPlaceInTheGroup() throws Exception {
        scans("PICKED_UP");
        awaitWritten(1);
        double rebalances = rebalances();

        stage.mysql().freeze();
        goOnFor(AWAY);
        stage.mysql().thaw();
        awaitWriter("UP");
        stage.mysql().kill();
        goOnFor(AWAY);
        stage.startMysql();
        scans("DELIVERED");

        await().untilAsserted(() -> assertThat(
                        stage.count("shipment WHERE status = 'DELIVERED' AND tracking_number = '" + number + "'"))
                .isEqualTo(1));
        assertThat(rebalances()).isEqualTo(rebalances);
    }

    private void goOnFor(Duration time) {
        Instant until = Instant.now().plus(time);
        await().atMost(time.plusMinutes(2)).pollInterval(Duration.ofSeconds(1)).until(() -> {
            scans("ARRIVED");
            return Instant.now().isAfter(until);
        });
    }

    @Test
    void aLockHeldByAnotherForTooLongUndoesTheWholeTransactionWhichIsTriedAgain(CapturedOutput output)
            throws Exception {
        scans("PICKED_UP");
        awaitWritten(1);
        try (Connection other = lockShipment()) {
            scans("ARRIVED");
            awaitWriter("OUT_OF_SERVICE");
            assertThat(output).contains("Lock wait timeout exceeded");
            assertThat(facts()).isEqualTo(1);
        }
        awaitWritten(2);
    }

    @Test
    void aDeadlockUndoesTheWholeTransactionWhichIsTriedAgain() throws Exception {
        scans("PICKED_UP");
        awaitWritten(1);
        try (Connection other = lockShipment();
                Statement statement = other.createStatement()) {
            // MySQL rolls back the transaction that has written less.
            statement.execute(MANY_ROWS);
            scans("ARRIVED");
            await().until(() -> stage.lockWaits() > 0);
            statement.execute("SELECT * FROM sink_offset FOR UPDATE");
            other.rollback();
        }
        awaitWritten(2);
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatIsCutAtItsCommitLeavesNothingTwiceAndNothingOut(CommitCut where) {
        scans("PICKED_UP");
        awaitWritten(1);

        if (where == CommitCut.BEFORE) {
            stage.countWrites();
        }
        link.cutAtCommit(where, 1);
        scans("ARRIVED", "TELEPORTED");

        awaitWritten(2);
        await().until(() -> stage.count("quarantine WHERE tracking_number = '" + number + "'") == 1);
        assertThat(link.commitsToCut()).isZero();
        awaitWriter("UP");
        assertThat(stage.writtenTwice()).isZero();
    }

    private Connection lockShipment() throws Exception {
        Connection other = stage.as("migrate").getDataSource().getConnection();
        other.setAutoCommit(false);
        other.createStatement()
                .executeQuery("SELECT 1 FROM shipment WHERE tracking_number = '" + number + "' FOR UPDATE");
        return other;
    }

    private static List<Long> connections() {
        return stage.as("root")
                .queryForList("SELECT id FROM information_schema.processlist WHERE user = 'writer'", Long.class);
    }

    private static double rebalances() throws Exception {
        var server = ManagementFactory.getPlatformMBeanServer();
        var group = new ObjectName("kafka.consumer:type=consumer-coordinator-metrics,client-id=consumer-"
                + stage.settings().get("phoenix.writer.group-id") + "-*");
        double total = 0;
        for (ObjectName consumer : server.queryNames(group, null)) {
            total += (double) server.getAttribute(consumer, "rebalance-total");
        }
        assertThat(total).isPositive();
        return total;
    }

    private void awaitWritten(long facts) {
        await().untilAsserted(() -> assertThat(facts()).isEqualTo(facts));
        await().until(() ->
                stage.count("shipment WHERE revision = %d AND tracking_number = '%s'".formatted(facts, number)) == 1);
    }

    private long facts() {
        return stage.count("tracking_event WHERE tracking_number = '" + number + "'");
    }

    private void awaitWriter(String status) {
        await().untilAsserted(() -> assertThat(health()).contains("\"status\":\"" + status + "\""));
    }

    private String health() {
        return String.valueOf(operator.get()
                .uri("/actuator/health/writer")
                .exchange()
                .returnResult(String.class)
                .getResponseBody());
    }

    private void scans(String... kinds) {
        List<Map<String, String>> scans = Stream.of(kinds)
                .map(kind -> Map.of(
                        "scan_id",
                        UUID.randomUUID().toString(),
                        "tracking_number",
                        number,
                        "kind",
                        kind,
                        "occurred_at",
                        OffsetDateTime.now().toString()))
                .toList();
        http.post()
                .uri("/v1/scans")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "device_id", "HH-1", "sent_at", OffsetDateTime.now().toString(), "scans", scans))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.results[?(@.status != 'accepted')]")
                .isEmpty();
    }
}
