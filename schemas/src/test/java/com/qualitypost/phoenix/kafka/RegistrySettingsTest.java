package com.qualitypost.phoenix.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.schemas.ShipmentStatus;
import com.qualitypost.phoenix.schemas.TrackingChange;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class RegistrySettingsTest {
    @Test
    void theRegistryIsToldWhoAsks() throws Exception {
        List<String> given = new CopyOnWriteArrayList<>();
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", request -> {
            given.add(String.valueOf(request.getRequestHeaders().getFirst("Authorization")));
            request.sendResponseHeaders(401, -1);
            request.close();
        });
        registry.start();
        var settings = new RegistrySettings(
                "http://127.0.0.1:%d/apis/registry/v3"
                        .formatted(registry.getAddress().getPort()),
                Map.of("apicurio.registry.auth.username", "ingest", "apicurio.registry.auth.password", "secret"));

        try (var serializer = settings.<TrackingChange>serializer()) {
            var change = new TrackingChange("GUARDED-0001", 1, 1L, ShipmentStatus.IN_TRANSIT, 1L);
            assertThatThrownBy(() -> serializer.serialize("tracking-changes", change))
                    .isNotNull();
        } finally {
            registry.stop(0);
        }

        assertThat(given)
                .isNotEmpty()
                .containsOnly("Basic " + Base64.getEncoder().encodeToString("ingest:secret".getBytes(UTF_8)));
    }

    @Test
    void passwordsAreNotPrinted() {
        assertThat(new RegistrySettings("http://registry", Map.of("apicurio.registry.auth.password", "secret")))
                .asString()
                .contains("apicurio.registry.auth.password")
                .doesNotContain("secret");
        assertThat(new KafkaSettings("kafka:9092", "", Map.of("ssl.key.password", "secret")))
                .asString()
                .contains("ssl.key.password")
                .doesNotContain("secret");
    }
}
