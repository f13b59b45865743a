package com.qualitypost.phoenix.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.servers.process.ServerException;
import com.qualitypost.phoenix.tables.OtherVersionException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthTest {
    private HttpServer application;
    private String url;

    @BeforeEach
    void listen() throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        url = "http://127.0.0.1:" + application.getAddress().getPort();
        application.start();
    }

    @AfterEach
    void stop() {
        application.stop(0);
    }

    @Test
    void whoWaitsForAnApplicationIsToldWhatToDoWithDataOfAnotherVersion() {
        says(503, """
                {"status": "OUT_OF_SERVICE", "components": {"writer": {"status": "OUT_OF_SERVICE", "details":
                  {"trouble": "%s: Migration checksum mismatch for migration version 1"}}}}""".formatted(OtherVersionException.TROUBLE));

        try (Health health = new Health("token")) {
            assertThatThrownBy(() -> health.isGoodAtLast(url))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContainingAll("another version of Phoenix", "./phoenix down --wipe");
            assertThat(health.isGood(url)).isFalse();
        }
    }

    @Test
    void anyOtherTroubleMayPass() {
        says(503, "{\"status\": \"OUT_OF_SERVICE\", \"details\": {\"trouble\": \"Connection refused\"}}");

        try (Health health = new Health("token")) {
            assertThat(health.isGoodAtLast(url)).isFalse();
        }
    }

    @Test
    void anApplicationThatIsWellIsGood() {
        says(200, "{\"status\": \"UP\"}");

        try (Health health = new Health("token")) {
            assertThat(health.isGoodAtLast(url)).isTrue();
        }
    }

    private void says(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        application.createContext(Health.PATH, exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }
}
