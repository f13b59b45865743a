package com.qualitypost.phoenix.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.servers.Lifetime;
import com.qualitypost.phoenix.servers.Ports;
import com.qualitypost.phoenix.servers.ServerProcess;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.topic.Deployment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** The three roles as three processes, on real servers. */
class RolesTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Path FOLDER = TestServers.folder("roles");
    private static final int PORT = Ports.free().ingest();
    private static final RestClient HTTP = RestClient.create("http://127.0.0.1:" + PORT);
    private static final Map<String, ServerProcess> RUNNING = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        new Deployment(
                        TestServers.kafka().bootstrapServers(),
                        TestServers.registry().confluentUrl(),
                        "roles-test.",
                        2,
                        1)
                .deploy();
        ServerProcess gateway = start("gateway", PORT);
        start("streams", 0);
        start("writer", 0);
        gateway.awaitReady(LIMIT, RolesTest::isReady);
    }

    @AfterAll
    static void stop() {
        RUNNING.values().forEach(ServerProcess::stop);
    }

    @Test
    void aScanPassesThroughAllThree() {
        post("ROLES-0001");

        awaitRow("ROLES-0001");
    }

    @Test
    void scansAreAcceptedWhileTheOthersAreAwayAndWrittenWhenTheyAreBack() {
        RUNNING.get("streams").kill();
        RUNNING.get("writer").kill();
        post("ROLES-0002");
        start("streams", 0);
        start("writer", 0);

        awaitRow("ROLES-0002");
    }

    private static ServerProcess start(String role, int port) {
        var mysql = TestServers.mysql();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                IngestApplication.class.getName(),
                "--server.port=" + port,
                "--spring.kafka.bootstrap-servers=" + TestServers.kafka().bootstrapServers(),
                "--phoenix.registry.url=" + TestServers.registry().coreUrl(),
                "--phoenix.topics.prefix=roles-test.",
                "--phoenix.streams.application-id=roles-test",
                "--phoenix.streams.state-dir=" + FOLDER.resolve("state"),
                "--phoenix.writer.group-id=roles-test-writer",
                "--phoenix.writer.url=" + mysql.writerUrl("phoenix"),
                "--phoenix.writer.password=" + mysql.credentials().password("writer"),
                "--phoenix.writer.migrate-password=" + mysql.credentials().password("migrate")));
        for (String one : List.of("gateway", "streams", "writer")) {
            command.add("--phoenix.%s.enabled=%s".formatted(one, one.equals(role)));
        }
        ServerProcess process = ServerProcess.start(role, FOLDER.resolve(role), command, Lifetime.ATTACHED);
        RUNNING.put(role, process);
        return process;
    }

    private static boolean isReady() {
        try {
            return HTTP.get()
                    .uri("/actuator/health/readiness")
                    .exchange((_, response) -> response.getStatusCode().is2xxSuccessful());
        } catch (ResourceAccessException e) {
            return false;
        }
    }

    private static void post(String number) {
        Map<?, ?> answer = HTTP.post()
                .uri("/v1/scans")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "device_id", "HH-1",
                        "sent_at", OffsetDateTime.now().toString(),
                        "scans",
                                List.of(Map.of(
                                        "scan_id",
                                        UUID.randomUUID().toString(),
                                        "tracking_number",
                                        number,
                                        "kind",
                                        "PICKED_UP",
                                        "occurred_at",
                                        OffsetDateTime.now().minusMinutes(5).toString()))))
                .retrieve()
                .body(Map.class);
        assertThat(answer).asString().contains("status=accepted");
    }

    private static void awaitRow(String number) {
        var mysql = TestServers.mysql();
        var jdbc = new JdbcTemplate(new DriverManagerDataSource(
                mysql.writerUrl("phoenix"), "migrate", mysql.credentials().password("migrate")));
        await().atMost(LIMIT)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(jdbc.queryForObject(
                                "SELECT status FROM shipment WHERE tracking_number = ?", String.class, number))
                        .isEqualTo("PICKED_UP"));
    }
}
