package com.qualitypost.phoenix.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.deploy.Deployment;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.kafka.KafkaServer;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.client.RestClient;

/** A broker that requires a name and a password: they are set once, and every client sends them. */
class GuardedKafkaTest {
    private static final String PASSWORD = UUID.randomUUID().toString();
    private static final Map<String, String> ACCESS = Map.of(
            "security.protocol",
            "SASL_PLAINTEXT",
            "sasl.mechanism",
            "PLAIN",
            "sasl.jaas.config",
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"ingest\" password=\"%s\";"
                    .formatted(PASSWORD));

    @Test
    void everyClientGetsIn() throws Exception {
        try (KafkaServer kafka = KafkaServer.guarded(
                        TestServers.folder("guarded-kafka"), Ports.free(), "ingest", PASSWORD, Lifetime.ATTACHED);
                TestEnvironment stage = new TestEnvironment("guarded")) {
            new Deployment(
                            kafka.bootstrapServers(),
                            TestServers.registry().confluentUrl(),
                            stage.prefix(),
                            1,
                            1,
                            ACCESS,
                            Map.of())
                    .deploy();
            String[] arguments = Stream.concat(
                            Stream.of("--phoenix.kafka.bootstrap-servers=" + kafka.bootstrapServers()),
                            ACCESS.entrySet().stream().map(setting -> "--phoenix.kafka.properties." + setting))
                    .toArray(String[]::new);
            try (var ingest = stage.run(arguments)) {
                post(ingest, List.of(scan("PICKED_UP"), scan("TELEPORTED"), Map.of("tracking_number", "?")));

                // The gateway's two producers, all of the topology, and the table writer.
                await().untilAsserted(() -> {
                    assertThat(stage.count("tracking_event")).isOne();
                    assertThat(stage.count("shipment")).isOne();
                    assertThat(stage.count("quarantine")).isEqualTo(2);
                });
                // Connects with its first record.
                KafkaTemplate<?, ?> replays = ingest.getBean("replayTemplate", KafkaTemplate.class);
                assertThat(replays.getProducerFactory().getConfigurationProperties())
                        .containsAllEntriesOf(ACCESS)
                        .containsEntry(ProducerConfig.ACKS_CONFIG, "all");
            }
        }
    }

    private static void post(ConfigurableApplicationContext ingest, List<Map<String, ?>> scans) {
        RestClient http = RestClient.create(
                "http://127.0.0.1:" + ingest.getEnvironment().getRequiredProperty("local.server.port"));
        await().untilAsserted(() -> assertThat(http.post()
                        .uri("/v1/scans")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("device_id", "HH-1", "scans", scans))
                        .retrieve()
                        .body(String.class))
                .contains("accepted", "rejected")
                .doesNotContain("retry"));
    }

    private static Map<String, ?> scan(String kind) {
        return Map.of(
                "scan_id",
                UUID.randomUUID().toString(),
                "tracking_number",
                "GUARDED-0001",
                "kind",
                kind,
                "occurred_at",
                OffsetDateTime.now().toString());
    }
}
