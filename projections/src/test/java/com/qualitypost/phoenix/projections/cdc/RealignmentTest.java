package com.qualitypost.phoenix.projections.cdc;

import static com.qualitypost.phoenix.projections.ProjectionsTest.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.projections.Announcements;
import com.qualitypost.phoenix.projections.Node;
import com.qualitypost.phoenix.projections.Parcels;
import com.qualitypost.phoenix.projections.TestEnvironment;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.mysql.MysqlSoftware;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A position that no longer means anything to the server: Debezium alone stops, or continues and keeps phantoms. */
@SuppressWarnings("NullAway.Init") // set before each test
class RealignmentTest {
    private static final String KEPT = "PQ000000015MX";
    private static final String LOST = "RB123456785GB";
    private static final String NEWER = "RB473124829US";

    private final MysqlSoftware software = MysqlSoftware.locate(message -> {});
    private final Path folder = TestServers.folder("realigned-writer");
    private final int port = Ports.free().mysqlWriter();

    private MysqlServer writer;
    private TestEnvironment stage;
    private Parcels parcels;

    @BeforeEach
    void start() throws Exception {
        FileSystemUtils.deleteRecursively(folder);
        startAgain();
        stage = TestEnvironment.of(
                        writer.jdbcUrl("phoenix"),
                        writer.credentials(),
                        TestServers.kafka().bootstrapServers())
                .withTopics()
                .withShipmentTable();
        parcels = Parcels.of(stage);
        parcels.saved(KEPT, 1, "CREATED");
    }

    @AfterEach
    void stop() {
        writer.close();
    }

    @Test
    void whatWasPurgedUnreadIsReadFromTheTables() {
        try (Node _ = stage.node(8201);
                var announcements = new Announcements(stage)) {
            soon().untilAsserted(() -> assertThat(announcements.all()).hasSize(1));
        }
        parcels.saved(KEPT, 2, "PICKED_UP");
        parcels.saved(NEWER, 1, "CREATED");
        parcels.phantom(LOST, KEPT);
        stage.purgeBinlogs();

        try (Node node = stage.node(8201);
                var announcements = new Announcements(stage)) {
            soon().untilAsserted(() -> assertThat(parcels.answered(KEPT)).contains("PICKED_UP 1.2"));
            assertThat(parcels.answered(NEWER)).contains("CREATED 1.1");
            assertThat(parcels.answered(LOST)).isEmpty();
            soon().untilAsserted(() -> assertThat(announcements.all())
                    .contains(KEPT + " PICKED_UP 1.2", NEWER + " CREATED 1.1", LOST + " UNKNOWN 1.1"));

            soon().untilAsserted(() -> assertThat(node.cdc("phase")).isEqualTo("READING"));
            parcels.saved(NEWER, 2, "IN_TRANSIT");
            soon().untilAsserted(() -> assertThat(parcels.answered(NEWER)).contains("IN_TRANSIT 1.2"));
        }
    }

    @Test
    void aRestoredBackupUnderARunningEngineIsFollowed() throws Exception {
        try (Node node = stage.node(8201)) {
            soon().untilAsserted(() -> assertThat(parcels.answered(KEPT)).contains("CREATED 1.1"));
            writer.close();
            copy(folder.resolve("data"), folder.resolve("backup"));
            startAgain();
            parcels.saved(KEPT, 2, "PICKED_UP");
            parcels.saved(LOST, 1, "CREATED");
            soon().untilAsserted(() -> assertThat(parcels.answered(LOST)).contains("CREATED 1.1"));
            long numbered = Long.parseLong(parcels.position("change_seq"));

            writer.kill();
            restore();
            startAgain();

            soon().untilAsserted(() -> assertThat(node.cdc("phase")).isEqualTo("READING"));
            assertThat(parcels.answered(KEPT)).contains("CREATED 1.1");
            parcels.saved(NEWER, 1, "CREATED");
            soon().untilAsserted(() -> assertThat(parcels.answered(NEWER)).contains("CREATED 1.1"));
            assertThat(parcels.answered(LOST)).isEmpty();
            assertThat(Long.parseLong(parcels.changeNumber(NEWER))).isGreaterThan(numbered);
        }
    }

    @Test
    void aServerThatForgotItsHistoryIsRealignedWithoutPhantoms() {
        try (Node node = stage.node(8201);
                var announcements = new Announcements(stage)) {
            soon().untilAsserted(() -> assertThat(parcels.answered(KEPT)).contains("CREATED 1.1"));
            parcels.phantom(LOST, KEPT);
            stage.forgetHistory();

            soon().untilAsserted(() -> assertThat(parcels.answered(LOST)).isEmpty());
            soon().untilAsserted(() -> assertThat(announcements.all()).contains(LOST + " UNKNOWN 1.1"));
            soon().untilAsserted(() -> assertThat(node.cdc("phase")).isEqualTo("READING"));
            parcels.saved(NEWER, 1, "CREATED");
            soon().untilAsserted(() -> assertThat(parcels.answered(NEWER)).contains("CREATED 1.1"));
        }
    }

    private void startAgain() {
        writer = MysqlServer.writer(software, folder, port, Lifetime.ATTACHED);
    }

    /** Another server with an older state, as a replica that had not yet received everything. */
    private void restore() throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("data"));
        copy(folder.resolve("backup"), folder.resolve("data"));
        Files.delete(folder.resolve("data").resolve("auto.cnf"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(f -> Files.isDirectory(f) || Files.isRegularFile(f))
                    .toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
