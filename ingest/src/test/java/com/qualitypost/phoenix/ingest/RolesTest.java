package com.qualitypost.phoenix.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** The three roles, each an application of its own, on real servers. */
class RolesTest {
    private static final List<String> ROLES = List.of("gateway", "streams", "writer");
    private static final TestEnvironment STAGE = new TestEnvironment("roles-test");

    @AfterAll
    static void stop() {
        STAGE.close();
    }

    @Test
    void theGatewayAcceptsScansByItselfAndTheOthersTakeThemOnWhenTheyAreThere() {
        try (var gateway = start("gateway")) {
            post(gateway, "ROLES-0001");
            try (var _ = start("streams");
                    var _ = start("writer")) {
                awaitRow("ROLES-0001");
            }
            post(gateway, "ROLES-0002");
            try (var _ = start("streams");
                    var _ = start("writer")) {
                awaitRow("ROLES-0002");
            }
        }
    }

    private static ConfigurableApplicationContext start(String role) {
        return STAGE.run(ROLES.stream()
                .map(one -> "--phoenix.%s.enabled=%s".formatted(one, one.equals(role)))
                .toArray(String[]::new));
    }

    /** Like a handheld: whatever is not acknowledged is sent again with the same id. */
    private static void post(ConfigurableApplicationContext gateway, String number) {
        RestClient http = RestClient.create(
                "http://127.0.0.1:" + gateway.getEnvironment().getRequiredProperty("local.server.port"));
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
            Map<?, ?> answer = http.post()
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
