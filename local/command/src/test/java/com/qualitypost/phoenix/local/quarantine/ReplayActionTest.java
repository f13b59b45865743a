package com.qualitypost.phoenix.local.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.local.client.Addresses.Management;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.process.ServerException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.json.JsonMapper;

class ReplayActionTest {
    private record Reply(int code, String body) {}

    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<String> received = new ArrayList<>();
    private HttpServer server;
    private Operators operators;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/quarantine", this::answer);
        server.start();
        URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        operators = new Operators(new Management(here, here, here, "token"));
    }

    @AfterEach
    void stop() {
        operators.close();
        server.stop(0);
    }

    @Test
    void whatIsMoreThanOneRequestMayReplayIsReplayedByTheNext() {
        replies.add(new Reply(202, "{\"replay_id\": \"a\", \"sent\": 2, \"skipped\": {}, \"next\": \"there\"}"));
        replies.add(new Reply(202, "{\"replay_id\": \"b\", \"sent\": 1, \"skipped\": {}}"));
        replies.add(new Reply(200, "{\"accepted\": 1, \"waiting\": 1}"));
        replies.add(new Reply(200, "{\"accepted\": 1}"));
        replies.add(new Reply(200, "{\"accepted\": 2}"));
        replies.add(new Reply(200, "{\"accepted\": 1}"));
        replies.add(new Reply(200, "{\"accepted\": 2}"));
        replies.add(new Reply(200, "{\"accepted\": 1}"));

        assertThat(replay()).isZero();
        assertThat(received.get(1)).contains("\"after\":\"there\"");
        assertThat(replies).isEmpty();
    }

    @Test
    void aReplayOfWhichSomethingIsRefusedAgainEndsWithOne() {
        replies.add(new Reply(202, "{\"replay_id\": \"a\", \"sent\": 2, \"skipped\": {}}"));
        replies.add(new Reply(200, "{\"accepted\": 1, \"refused_again\": 1}"));
        replies.add(new Reply(200, "{\"accepted\": 1, \"refused_again\": 1}"));

        assertThat(replay()).isOne();
    }

    @Test
    void whyNothingIsDoneIsSaidInTheWordsOfTheProblem() {
        replies.add(new Reply(422, "{\"code\": \"not_replayable\", \"detail\": \"Mend it.\"}"));

        assertThatThrownBy(this::replay).isInstanceOf(ServerException.class).hasMessage("Mend it.");
    }

    @Test
    void theListIsATableWithASummary() {
        assertThat(ListEntriesCommand.lines(JsonMapper.shared().readTree("""
                        {"entries": [
                          {"id": "scans-3-1234", "refused_at": "2026-11-22T12:00:00.120Z", "reason": "conflict",
                           "tracking_number": "PQ000000014MX", "device_id": "HH-1",
                           "replay": {"by": "Ana", "outcome": "accepted"}},
                          {"id": "scans-0-7", "refused_at": "2026-11-22T11:00:00Z", "reason": "unreadable"}],
                         "by_reason": {"conflict": 1, "unreadable": 1}}""")))
                .containsExactly(
                        "id                   refused at               reason          tracking number      device       replay",
                        "scans-3-1234         2026-11-22T12:00:00.120Z conflict        PQ000000014MX        HH-1         accepted by Ana",
                        "scans-0-7            2026-11-22T11:00:00Z     unreadable      -                    -",
                        "",
                        "        1  conflict",
                        "        1  unreadable");
    }

    @Test
    void aReplayOfEverythingIsAMistakeOfTheCaller() {
        StringWriter said = new StringWriter();
        int ended = new CommandLine(new QuarantineCommand())
                .setErr(new PrintWriter(said))
                .execute("replay", "--since", "2h");

        assertThat(ended).isEqualTo(2);
        assertThat(said.toString()).contains("Select records: by ids, or by --reason or --device.", "--override");
    }

    @Test
    void idsAndTimesAreReadAsTheyAreShown() {
        assertThat(new RecordId.Named().convert("my-prefix.scans-3-1234"))
                .isEqualTo(new RecordId("my-prefix.scans", "3", "1234"))
                .hasToString("my-prefix.scans-3-1234");
        assertThat(new FilterOptions.Back().convert("2h")).isEqualTo(Duration.ofHours(2));
        for (String nonsense : List.of("", "h", "2", "2w", "two h")) {
            assertThatThrownBy(() -> new FilterOptions.Back().convert(nonsense))
                    .isInstanceOf(TypeConversionException.class);
        }
    }

    private int replay() {
        return new ReplayAction(operators, new Screen()).run(Map.of("by", "Ana", "ids", List.of("scans-0-1")));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Reply reply = replies.remove();
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.code(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
