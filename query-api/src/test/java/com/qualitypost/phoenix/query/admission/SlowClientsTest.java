package com.qualitypost.phoenix.query.admission;

import static com.qualitypost.phoenix.servers.junit.Somebody.hears;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.servers.junit.Somebody;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Bodies from several addresses, one of which is malicious, to everything that takes one: bulk lookups, details, links
 * and pages.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "phoenix.database.reader=127.0.0.1:1",
            "phoenix.database.writer=127.0.0.1:1",
            "phoenix.database.password=any",
            "phoenix.kafka.bootstrap-servers=",
            "server.tomcat.connection-timeout=1s",
            "phoenix.admission.arrives-within=3s",
            "phoenix.admission.grace=1s",
            "phoenix.admission.max-connections-of-source=20",
            "phoenix.admission.max-bytes-arriving-of-source=100000"
        })
class SlowClientsTest {
    private static final String BULK = "/v1/tracking:lookup";

    /** It was read, and judged. */
    private static final String ANSWERED = "400 malformed_numbers";

    private final Somebody slow;
    private final Somebody other;

    SlowClientsTest(@LocalServerPort int port) {
        URI node = URI.create("http://127.0.0.1:" + port);
        slow = new Somebody("127.0.0.2", node);
        other = new Somebody("127.0.0.3", node);
    }

    @BeforeEach
    @AfterEach
    void close() throws Exception {
        slow.close();
        // Earlier clients have gone.
        await().untilAsserted(() -> assertThat(slow.posts(BULK, "[]")).isEqualTo(ANSWERED));
    }

    @Test
    void manySlowBodiesKeepNobodyElseWaiting() throws Exception {
        for (int i = 0; i < 15; i++) {
            slow.begins(BULK, "Transfer-Encoding: chunked", "1\r\n{\r\n");
        }

        assertThat(other.posts(BULK, "[]")).isEqualTo(ANSWERED);
        assertThat(slow.posts(BULK, "[]")).isEqualTo(ANSWERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BULK,
                "/v1/tracking/PQ473124829MX/details",
                "/v1/shipments/PQ473124829MX/links",
                "/t/PQ473124829MX",
                "/nowhere"
            })
    void aBodyThatTricklesIsEndedWithAReason(String path) throws Exception {
        Socket socket = slow.begins(path, "Transfer-Encoding: chunked", "1\r\n{\r\n");

        await().until(() -> {
            socket.getOutputStream().write("1\r\n \r\n".getBytes(US_ASCII));
            return socket.getInputStream().available() > 0;
        });

        assertThat(hears(socket)).startsWith("HTTP/1.1 408").contains("body_too_slow", "Connection: close");
    }

    @Test
    void aBodyThatStandsStillIsEndedWithAReason() throws Exception {
        Socket socket = slow.begins(BULK, "Content-Length: 100", "{");

        assertThat(hears(socket)).startsWith("HTTP/1.1 408").contains("body_too_slow");
    }

    @Test
    void largeBodiesThatStandStillTakeTheirSourcesShareOnly() throws Exception {
        List<Socket> held = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            held.add(slow.begins(BULK, "Content-Length: 60000", " ".repeat(30_000)));
        }

        assertThat(other.posts(BULK, " ".repeat(30_000))).isEqualTo(ANSWERED);
        assertThat(held.stream().map(Somebody::hears))
                .filteredOn(said -> said.startsWith("HTTP/1.1 503"))
                .singleElement()
                .asString()
                .contains("busy", "Retry-After: 2");
    }

    @Test
    void nobodyHoldsAllConnections() throws Exception {
        List<Socket> opened = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            opened.add(slow.begins(BULK, "Content-Length: 100", "{"));
        }

        assertThat(other.posts(BULK, "[]")).isEqualTo(ANSWERED);
        assertThat(hears(opened.getLast())).isEmpty();
    }

    @Test
    void aFormIsReadFromTheBodyThatWasReceived() throws IOException, InterruptedException {
        String form = "application/x-www-form-urlencoded";

        // No credential: back to the page without one.
        assertThat(other.posts("/t/PQ473124829MX", "factor=", "Content-Type", form))
                .isEqualTo("303");
        // A number that has to be looked up, without a database.
        assertThat(other.posts("/t/PQ473124829MX", "a=b&factor=97000", "Content-Type", form))
                .startsWith("503");
        assertThat(other.posts("/t/PQ473124829MX", "factor=%zz", "Content-Type", form))
                .isEqualTo("400 bad_request");
        assertThat(other.posts("/t/PQ473124829MX", "a&".repeat(99) + "factor=97000", "Content-Type", form))
                .startsWith("503");
        assertThat(other.posts("/t/PQ473124829MX", "a&".repeat(100) + "factor=97000", "Content-Type", form))
                .isEqualTo("400 bad_request");
    }
}
