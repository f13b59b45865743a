package com.qualitypost.phoenix.local.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.screen.Screen;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SenderTest {
    private static final int GATEWAY_TAKES = 2 << 20;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final List<Integer> batches = new ArrayList<>();
    private final List<Integer> bytes = new ArrayList<>();
    private IntFunction<String> result = _ -> "\"accepted\"";
    private HttpServer gateway;
    private Sender sender;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/v1/scans", this::answer);
        gateway.start();
        sender = new Sender(
                new Screen(new PrintStream(shown, true, UTF_8), false),
                URI.create("http://127.0.0.1:" + gateway.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        sender.close();
        gateway.stop(0);
    }

    @Test
    void smallScansAreSentInBatchesOf500() {
        sender.send(scans(1_100, 0), 0);

        assertThat(batches).containsExactly(500, 500, 100);
        assertThat(sender.accepted()).isEqualTo(1_100);
    }

    @Test
    void scansThatEachFitAreNeverTogetherMoreThanTheGatewayTakes() {
        sender.send(scans(500, 20), 0);

        assertThat(bytes).hasSizeGreaterThan(1).allMatch(size -> size < GATEWAY_TAKES);
        assertThat(sender.accepted()).isEqualTo(500);
    }

    @Test
    void whatTheGatewayRejectsIsNamedByItsLine() {
        result = index -> index == 1
                ? "\"rejected\", \"code\": \"wrong_check_digit\", \"detail\": \"It would be 0.\""
                : "\"accepted\"";

        sender.send(scans(3, 0), 0);

        assertThat(sender.rejected()).isEqualTo(1);
        assertThat(shown.toString(UTF_8)).contains("line 3: ARRIVED of PQ000000014MX was rejected: It would be 0.");
    }

    @Test
    void asManyRejectedLinesAreNamedAsLinesThatCannotBeRead() {
        result = _ -> "\"rejected\", \"code\": \"wrong_check_digit\", \"detail\": \"It would be 0.\"";

        sender.send(scans(1_002, 0), 0);

        assertThat(shown.toString(UTF_8).lines().filter(line -> line.startsWith("line ")))
                .hasSize(1_000);
        assertThat(shown.toString(UTF_8)).contains("... and 2 more rejected. Correct these first.");
    }

    private static List<FileScan> scans(int count, int attributes) {
        Map<String, String> written = IntStream.rangeClosed(1, attributes)
                .boxed()
                .collect(Collectors.toMap(number -> "a" + number, _ -> "x".repeat(256)));
        return IntStream.range(0, count)
                .mapToObj(row -> new FileScan(
                        row + 2,
                        Scan.of(
                                        new UUID(7, row),
                                        "PQ000000014MX",
                                        "ARRIVED",
                                        OffsetDateTime.parse("2026-11-22T09:59:58.120-06:00"))
                                .with("attributes", written)))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange;
                GZIPInputStream sent = new GZIPInputStream(exchange.getRequestBody())) {
            byte[] body = sent.readAllBytes();
            int count = new JsonMapper().readTree(body).path("scans").size();
            bytes.add(body.length);
            batches.add(count);
            byte[] reply = IntStream.range(0, count)
                    .mapToObj(index -> "{\"index\": %d, \"status\": %s}".formatted(index, result.apply(index)))
                    .collect(Collectors.joining(",", "{\"results\": [", "]}"))
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(202, reply.length);
            exchange.getResponseBody().write(reply);
        }
    }
}
