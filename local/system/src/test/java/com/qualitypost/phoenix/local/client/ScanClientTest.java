package com.qualitypost.phoenix.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.servers.process.ServerException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanClientTest {
    private record Reply(int code, String body) {}

    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<String> received = new ArrayList<>();
    private HttpServer server;
    private ScanClient gateway;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/scans", this::answer);
        server.start();
        gateway = new ScanClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        gateway.close();
        server.stop(0);
    }

    @Test
    void whatWasNotAcknowledgedIsSentAgainAlone() {
        replies.add(new Reply(202, """
                {"results": [{"index": 0, "status": "accepted"}, {"index": 1, "status": "retry"}]}"""));
        replies.add(new Reply(202, """
                {"results": [{"index": 0, "status": "accepted"}]}"""));

        Receipt receipt = gateway.send(batch(scan("PQ000000080MX"), scan("PQ000000155MX")));

        assertThat(receipt.accepted()).hasSize(2);
        assertThat(received.get(1)).contains("PQ000000155MX").doesNotContain("PQ000000080MX");
        assertThat(gateway.tally().sent()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 503})
    void aBatchOfWhichNothingWasAcknowledgedIsSentAgain(int code) {
        replies.add(new Reply(code, "{}"));
        replies.add(new Reply(202, """
                {"results": [{"index": 0, "status": "accepted"}]}"""));

        assertThat(gateway.send(batch(scan("PQ000000080MX"))).accepted()).hasSize(1);
    }

    @Test
    void answersAreCounted() {
        replies.add(new Reply(202, """
                {"results": [
                  {"index": 0, "status": "accepted"},
                  {"index": 1, "status": "duplicate"},
                  {"index": 2, "status": "rejected", "code": "wrong_check_digit", "detail": "It would be 0."}]}"""));

        gateway.send(batch(scan("PQ000000080MX"), scan("PQ000000080MX"), scan("PQ000000081MX")));

        assertThat(gateway.tally().accepted()).isEqualTo(1);
        assertThat(gateway.tally().duplicates()).isEqualTo(1);
        assertThat(gateway.tally().rejected()).isEqualTo(Map.of("wrong_check_digit", 1L));
    }

    @Test
    void aBatchThatIsRefusedAsAWholeIsOurMistake() {
        replies.add(new Reply(400, "no scans"));

        assertThatThrownBy(() -> gateway.send(batch(scan("PQ000000080MX"))))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("400 no scans");
    }

    @Test
    void ofAProblemItsWordsAreTold() {
        replies.add(new Reply(413, """
                {"status": 413, "code": "body_too_large", "detail": "Send smaller batches."}"""));

        assertThatThrownBy(() -> gateway.send(batch(scan("PQ000000080MX"))))
                .isInstanceOf(ServerException.class)
                .hasMessage("The gateway refused a batch: 413 Send smaller batches.");
    }

    private static DeviceBatch batch(Scan... scans) {
        return new DeviceBatch(
                "HH-1", OffsetDateTime.parse("2026-11-22T10:00:00-06:00"), "b1", "HANDHELD", List.of(scans));
    }

    private static Scan scan(String number) {
        return Scan.of(new UUID(0x7000, 1), number, "PICKED_UP", OffsetDateTime.parse("2026-11-22T09:59:00-06:00"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange;
                GZIPInputStream body = new GZIPInputStream(exchange.getRequestBody())) {
            received.add(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            Reply reply = replies.remove();
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.code(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
