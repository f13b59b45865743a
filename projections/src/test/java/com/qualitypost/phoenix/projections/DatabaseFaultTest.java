package com.qualitypost.phoenix.projections;

import static com.qualitypost.phoenix.projections.ProjectionsTest.soon;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.servers.Lifetime;
import com.qualitypost.phoenix.servers.MysqlServer;
import com.qualitypost.phoenix.servers.MysqlSoftware;
import com.qualitypost.phoenix.servers.Ports;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Debezium by itself would stay dead after most of this. Here with processes, because a container is not killed so. */
class DatabaseFaultTest {

    private static final String ONE = "PQ000000015MX";

    private final MysqlSoftware software = MysqlSoftware.locate(message -> {});
    private final Path folder = TestServers.folder("faulty-writer");
    private final int port = Ports.free().mysqlWriter();

    @Test
    void theBinlogIsReadOnAfterTheWriterWasAwayKilledAndStopped() throws Exception {
        MysqlServer writer = start();
        Stage stage = Stage.of(
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
            writer = start();
            soon().untilAsserted(() -> assertThat(parcels.answered(ONE)).contains("CREATED 1.1"));

            writer.kill();
            writer = start();
            parcels.saved(ONE, 2, "PICKED_UP");
            await().atMost(20, SECONDS)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(parcels.answered(ONE)).contains("PICKED_UP 1.2"));

            writer.close();
            writer = start();
            parcels.saved(ONE, 3, "IN_TRANSIT");
            soon().untilAsserted(() -> assertThat(parcels.answered(ONE)).contains("IN_TRANSIT 1.3"));
            assertThat(node.get("/health/readiness")).containsEntry("status", "UP");
        } finally {
            writer.close();
        }
    }

    private MysqlServer start() {
        return MysqlServer.writer(software, folder, port, Lifetime.ATTACHED);
    }
}
