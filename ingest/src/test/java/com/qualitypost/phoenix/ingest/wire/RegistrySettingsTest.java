package com.qualitypost.phoenix.ingest.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.ingest.ScanExamples;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.vocabulary.Kind;
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

        try (var serializer = settings.<Scan>serializer()) {
            Scan scan = ScanExamples.scan("GUARDED-0001", Kind.PICKED_UP, "09:00");
            assertThatThrownBy(() -> serializer.serialize("scans", scan)).isNotNull();
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
        assertThat(new KafkaSettings("kafka:9092", Map.of("ssl.key.password", "secret")))
                .asString()
                .contains("ssl.key.password")
                .doesNotContain("secret");
    }
}
