package com.qualitypost.phoenix.ingest.gateway;

import static com.qualitypost.phoenix.ingest.gateway.ScanGatewayTest.batch;
import static com.qualitypost.phoenix.ingest.gateway.ScanGatewayTest.scan;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.web.ManagementPort;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(
        properties = {
            "phoenix.streams.enabled=false",
            "phoenix.writer.enabled=false",
            "phoenix.kafka.bootstrap-servers=127.0.0.1:1"
        })
@AutoConfigureMockMvc
class ScanGatewayWithoutKafkaTest {
    @Autowired
    private MockMvcTester http;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("phoenix.registry.url", TestServers.registry()::coreUrl);
    }

    @Test
    void nothingIsAcceptedAndTheDeviceIsToldWhenToTryAgain() {
        var result = http.post()
                .uri("/v1/scans")
                .contentType(MediaType.APPLICATION_JSON)
                .content(batch(scan(UUID.randomUUID(), "PQ000000014MX", "PICKED_UP")))
                .exchange();

        ScanGatewayTest.assertProblem(result, 503, "not_acknowledged", "send them again with the same ids");
        assertThat(result).hasHeader("Retry-After", "2");
    }

    @Test
    void whatCannotBecomeAScanIsRefusedForGoodAllTheSame() {
        assertThat(http.post()
                        .uri("/v1/scans")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(batch(scan(UUID.randomUUID(), "PQ000000014MX", "PICKED_UP"), "{}")))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.results[*].status")
                .asArray()
                .containsExactly("retry", "rejected");
    }

    @Test
    void readinessDoesNotDependOnKafkaBecauseARefusalIsAnAnswer() {
        assertThat(http.get().uri("/actuator/health/readiness")).hasStatus(200);
        assertThat(http.get().uri("/actuator/health/kafka").requestAttr(ManagementPort.CAME_TO, true))
                .hasStatus(503);
    }
}
