package com.qualitypost.phoenix.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.servers.Ports;
import com.qualitypost.phoenix.servers.ServerProcess;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** The three roles as three processes, on real servers. */
class RolesTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Stage STAGE = new Stage("roles-test");
    private static final int PORT = Ports.free().ingest();
    private static final RestClient HTTP = RestClient.create("http://127.0.0.1:" + PORT);
    private static final Map<String, ServerProcess> RUNNING = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        ServerProcess gateway = start("gateway", PORT);
        start("streams", 0);
        start("writer", 0);
        gateway.awaitReady(LIMIT, RolesTest::isReady);
    }

    @AfterAll
    static void stop() {
        RUNNING.values().forEach(ServerProcess::stop);
        STAGE.close();
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
        String[] arguments = Stream.concat(
                        Stream.of("--server.port=" + port),
                        Stream.of("gateway", "streams", "writer")
                                .map(one -> "--phoenix.%s.enabled=%s".formatted(one, one.equals(role))))
                .toArray(String[]::new);
        ServerProcess process = STAGE.application(role, arguments);
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

    /** As a handheld does it: whatever is not acknowledged is sent again with the same id. */
    private static void post(String number) {
        Map<String, ?> scan = Map.of(
                "scan_id",
                UUID.randomUUID().toString(),
                "tracking_number",
                number,
                "kind",
                "PICKED_UP",
                "occurred_at",
                OffsetDateTime.now().minusMinutes(5).toString());
        await().untilAsserted(() -> {
            Map<?, ?> answer = HTTP.post()
                    .uri("/v1/scans")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of(
                            "device_id", "HH-1", "sent_at", OffsetDateTime.now().toString(), "scans", List.of(scan)))
                    .retrieve()
                    .body(Map.class);
            assertThat(answer).asString().contains("status=accepted");
        });
    }

    private static void awaitRow(String number) {
        await().untilAsserted(() -> assertThat(STAGE.as("migrate")
                        .queryForObject("SELECT status FROM shipment WHERE tracking_number = ?", String.class, number))
                .isEqualTo("PICKED_UP"));
    }
}
