package com.qualitypost.phoenix.ingest.admission;

import static com.qualitypost.phoenix.servers.junit.Somebody.hears;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.servers.junit.Somebody;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients at several addresses, one of which is malicious. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "phoenix.streams.enabled=false",
            "phoenix.writer.enabled=false",
            "phoenix.kafka.bootstrap-servers=127.0.0.1:1",
            "server.tomcat.connection-timeout=1s",
            "phoenix.admission.arrives-within=3s",
            "phoenix.admission.grace=1s",
            "phoenix.admission.max-connections-of-source=20",
            "phoenix.admission.max-bytes-arriving-of-source=100000"
        })
class SlowClientsTest {
    private static final String SCANS = "/v1/scans";

    private final Somebody slow;
    private final Somebody other;

    SlowClientsTest(@LocalServerPort int port) {
        URI gateway = URI.create("http://127.0.0.1:" + port);
        slow = new Somebody("127.0.0.2", gateway);
        other = new Somebody("127.0.0.3", gateway);
    }

    @AfterEach
    void close() throws IOException {
        slow.close();
    }

    @Test
    void manySlowBodiesKeepNobodyElseWaiting() throws Exception {
        for (int i = 0; i < 15; i++) {
            begin("Transfer-Encoding: chunked", "1\r\n{\r\n");
        }

        assertThat(post(other)).isEqualTo("202");
        assertThat(post(slow)).isEqualTo("202");
    }

    @Test
    void aBodyThatTricklesIsEndedWithAReason() throws Exception {
        Socket socket = begin("Transfer-Encoding: chunked", "1\r\n{\r\n");

        await().until(() -> {
            socket.getOutputStream().write("1\r\n \r\n".getBytes(US_ASCII));
            return socket.getInputStream().available() > 0;
        });

        assertThat(hears(socket)).startsWith("HTTP/1.1 408").contains("body_too_slow", "Connection: close");
    }

    @Test
    void aBodyThatStandsStillIsEndedWithAReason() throws Exception {
        Socket socket = begin("Content-Length: 100", "{");

        assertThat(hears(socket)).startsWith("HTTP/1.1 408").contains("body_too_slow");
    }

    @Test
    void aHeadThatStandsStillIsEnded() throws Exception {
        Socket socket = slow.says("POST /v1/scans HTTP/1.1\r\nHost:");

        assertThat(hears(socket)).doesNotContain("HTTP/1.1 2");
    }

    @Test
    void aHeadThatTricklesIsEnded() throws Exception {
        Socket socket = slow.says("POST /v1/scans HTTP/1.1\r\nHost: ");

        await().until(() -> {
            socket.getOutputStream().write('a');
            return isEnded(socket);
        });
    }

    @Test
    void aWholeBodyInChunksIsTaken() throws Exception {
        String close = "Transfer-Encoding: chunked\r\nConnection: close";
        Socket atOnce = begin(close, "e\r\n{\"scans\": [{}]\r\n1\r\n}\r\n0\r\n\r\n");
        Socket apart = begin(close, "e\r\n{\"scans\": [{}]\r\n1\r\n}\r\n0\r\n\r");
        apart.getOutputStream().write('\n');

        assertThat(hears(atOnce)).startsWith("HTTP/1.1 202");
        assertThat(hears(apart)).startsWith("HTTP/1.1 202");
    }

    @Test
    void aFormIsBoundedWhateverItsMethod() throws Exception {
        Socket socket = slow.says(
                "PUT /v1/scans HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 2000000000\r\n\r\na=");

        assertThat(hears(socket)).startsWith("HTTP/1.1 413").contains("body_too_large");
    }

    @Test
    void whoIsRefusedDoesNotGoOnSending() throws Exception {
        Socket socket = begin("Content-Length: 60000", "{");

        await().until(() -> {
            socket.getOutputStream().write(' ');
            return isEnded(socket);
        });
    }

    @Test
    void nothingIsHiddenBetweenChunks() throws Exception {
        Socket extension = begin("Transfer-Encoding: chunked", "1\r\n{\r\n1;a=");
        Socket trailer = begin("Transfer-Encoding: chunked", "1\r\n{\r\n0\r\nX: y\r\n");

        assertThat(hears(extension)).startsWith("HTTP/1.1 400").contains("bad_request");
        assertThat(hears(trailer)).startsWith("HTTP/1.1 400").contains("bad_request");
    }

    @Test
    void answersThatNobodyReadsTakeNothingFromOthers() throws Exception {
        String batch = "{\"scans\": [" + "{},".repeat(499) + "{}]}";
        for (int i = 0; i < 15; i++) {
            begin("Content-Length: " + batch.length(), batch);
        }

        assertThat(post(other)).isEqualTo("202");
        await().untilAsserted(() -> assertThat(post(slow)).isEqualTo("202"));
    }

    @Test
    void largeBodiesThatStandStillTakeTheirSourcesShareOnly() throws Exception {
        List<Socket> held = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            held.add(begin("Content-Length: 60000", " ".repeat(30_000)));
        }

        assertThat(post(other)).isEqualTo("202");
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
            opened.add(begin("Content-Length: 100", "{"));
        }
        assertThat(post(other)).isEqualTo("202");
        assertThat(hears(opened.getLast())).isEmpty();
        slow.close();

        await().untilAsserted(() -> assertThat(post(slow)).isEqualTo("202"));
    }

    private Socket begin(String length, String body) throws IOException {
        return slow.begins(SCANS, "Content-Type: application/json\r\n" + length, body);
    }

    private static String post(Somebody somebody) throws IOException, InterruptedException {
        return somebody.posts(SCANS, "{\"scans\": [{}]}", "Content-Type", "application/json");
    }

    private static boolean isEnded(Socket socket) throws IOException {
        socket.setSoTimeout(300);
        try {
            return socket.getInputStream().read(new byte[1_000]) < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
