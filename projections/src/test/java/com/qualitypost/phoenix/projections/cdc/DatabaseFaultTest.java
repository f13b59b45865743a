package com.qualitypost.phoenix.projections.cdc;

import static com.qualitypost.phoenix.projections.ProjectionsTest.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.projections.Node;
import com.qualitypost.phoenix.projections.Parcels;
import com.qualitypost.phoenix.projections.TestEnvironment;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.mysql.MysqlSoftware;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Debezium alone would stay dead after most of these faults. With processes, because a container is not killed like
 * this.
 */
class DatabaseFaultTest {
    private static final String ONE = "PQ000000015MX";
    /** The promise is five seconds; a busy machine gets some more. */
    private final MysqlSoftware software = MysqlSoftware.locate(message -> {});

    private final Path folder = TestServers.folder("faulty-writer");
    private final int port = Ports.free().mysqlWriter();

    @Test
    void theBinlogIsReadOnWithinSecondsAfterTheWriterWasAwayKilledAndStopped() throws Exception {
        MysqlServer writer = start();
        TestEnvironment stage = TestEnvironment.of(
                        writer.jdbcUrl("phoenix"),
                        writer.credentials(),
                        TestServers.kafka().bootstrapServers())
                .withTopics()
                .withShipmentTable();
        Parcels parcels = Parcels.of(stage);
        parcels.saved(ONE, 1, "CREATED");
        writer.kill();

        try (Node node = stage.node(8201)) {
            soon().untilAsserted(() -> assertThat(node.cdc("trouble")).contains("Connection refused"));
            awayFor(Duration.ofSeconds(6));
            assertThat(node.get("/health/liveness")).containsEntry("status", "UP");
            assertThat(node.get("/health/readiness")).containsEntry("status", "UP");
            writer = start();
            isAnswered(parcels, "absent at the start", "CREATED 1.1");
            soon().untilAsserted(() -> assertThat(node.cdc("phase")).isEqualTo("READING"));

            writer.kill();
            writer = start();
            parcels.saved(ONE, 2, "PICKED_UP");
            isAnswered(parcels, "killed", "PICKED_UP 1.2");

            writer.kill();
            awayFor(Duration.ofSeconds(16));
            writer = start();
            parcels.saved(ONE, 3, "IN_TRANSIT");
            isAnswered(parcels, "killed, and away for 16 s", "IN_TRANSIT 1.3");

            writer.close();
            awayFor(Duration.ofSeconds(6));
            writer = start();
            parcels.saved(ONE, 4, "DELIVERED");
            isAnswered(parcels, "stopped, and away for 6 s", "DELIVERED 1.4");
        } finally {
            writer.close();
        }
    }

    private static void isAnswered(Parcels parcels, String afterWhat, String answer) {
        Instant back = Instant.now();
        await().pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(parcels.answered(ONE)).contains(answer));
        System.out.printf(
                "The writer was %s: read on %d ms after it was back%n",
                afterWhat, Duration.between(back, Instant.now()).toMillis());
    }

    /** The test needs it to be away for long. */
    private static void awayFor(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }

    private MysqlServer start() {
        return MysqlServer.writer(software, folder, port, Lifetime.ATTACHED);
    }
}
