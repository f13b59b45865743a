package com.qualitypost.phoenix.ingest.admission;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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

    private static final String SLOW = "127.0.0.2";
    private static final String OTHER = "127.0.0.3";

    @LocalServerPort
    private int port;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void manySlowBodiesKeepNobodyElseWaiting() throws Exception {
        for (int i = 0; i < 15; i++) {
            begin(SLOW, "Transfer-Encoding: chunked", "1\r\n{\r\n");
        }

        assertThat(postFrom(OTHER)).isEqualTo(202);
        assertThat(postFrom(SLOW)).isEqualTo(202);
    }

    @Test
    void aBodyThatTricklesIsEndedWithAReason() throws Exception {
        Socket socket = begin(SLOW, "Transfer-Encoding: chunked", "1\r\n{\r\n");

        await().until(() -> {
            socket.getOutputStream().write("1\r\n \r\n".getBytes(US_ASCII));
            return socket.getInputStream().available() > 0;
        });

        assertThat(said(socket)).startsWith("HTTP/1.1 408").contains("body_too_slow", "Connection: close");
    }

    @Test
    void aBodyThatStandsStillIsEndedWithAReason() throws Exception {
        Socket socket = begin(SLOW, "Content-Length: 100", "{");

        assertThat(said(socket)).startsWith("HTTP/1.1 408").contains("body_too_slow");
    }

    @Test
    void aHeadThatStandsStillIsEnded() throws Exception {
        Socket socket = open(SLOW);
        socket.getOutputStream().write("POST /v1/scans HTTP/1.1\r\nHost:".getBytes(US_ASCII));

        assertThat(said(socket)).doesNotContain("HTTP/1.1 2");
    }

    @Test
    void aHeadThatTricklesIsEnded() throws Exception {
        Socket socket = open(SLOW);
        socket.getOutputStream().write("POST /v1/scans HTTP/1.1\r\nHost: ".getBytes(US_ASCII));

        await().until(() -> {
            socket.getOutputStream().write('a');
            return isEnded(socket);
        });
    }

    @Test
    void aWholeBodyInChunksIsTaken() throws Exception {
        String close = "Transfer-Encoding: chunked\r\nConnection: close";
        Socket atOnce = begin(SLOW, close, "e\r\n{\"scans\": [{}]\r\n1\r\n}\r\n0\r\n\r\n");
        Socket apart = begin(SLOW, close, "e\r\n{\"scans\": [{}]\r\n1\r\n}\r\n0\r\n\r");
        apart.getOutputStream().write('\n');

        assertThat(said(atOnce)).startsWith("HTTP/1.1 202");
        assertThat(said(apart)).startsWith("HTTP/1.1 202");
    }

    @Test
    void aFormIsBoundedWhateverItsMethod() throws Exception {
        Socket socket = open(SLOW);
        socket.getOutputStream()
                .write(
                        ("PUT /v1/scans HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                        + "Content-Length: 2000000000\r\n\r\na=")
                                .getBytes(US_ASCII));

        assertThat(said(socket)).startsWith("HTTP/1.1 413").contains("body_too_large");
    }

    @Test
    void whoIsRefusedDoesNotGoOnSending() throws Exception {
        Socket socket = begin(SLOW, "Content-Length: 60000", "{");

        await().until(() -> {
            socket.getOutputStream().write(' ');
            return isEnded(socket);
        });
    }

    @Test
    void nothingIsHiddenBetweenChunks() throws Exception {
        Socket extension = begin(SLOW, "Transfer-Encoding: chunked", "1\r\n{\r\n1;a=");
        Socket trailer = begin(SLOW, "Transfer-Encoding: chunked", "1\r\n{\r\n0\r\nX: y\r\n");

        assertThat(said(extension)).startsWith("HTTP/1.1 400").contains("bad_request");
        assertThat(said(trailer)).startsWith("HTTP/1.1 400").contains("bad_request");
    }

    @Test
    void answersThatNobodyReadsTakeNothingFromOthers() throws Exception {
        String batch = "{\"scans\": [" + "{},".repeat(499) + "{}]}";
        for (int i = 0; i < 15; i++) {
            begin(SLOW, "Content-Length: " + batch.length(), batch);
        }

        assertThat(postFrom(OTHER)).isEqualTo(202);
        await().untilAsserted(() -> assertThat(postFrom(SLOW)).isEqualTo(202));
    }

    @Test
    void largeBodiesThatStandStillTakeTheirSourcesShareOnly() throws Exception {
        List<Socket> held = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            held.add(begin(SLOW, "Content-Length: 60000", " ".repeat(30_000)));
        }

        assertThat(postFrom(OTHER)).isEqualTo(202);
        assertThat(held.stream().map(SlowClientsTest::said))
                .filteredOn(said -> said.startsWith("HTTP/1.1 503"))
                .singleElement()
                .asString()
                .contains("busy", "Retry-After: 2");
    }

    @Test
    void nobodyHoldsAllConnections() throws Exception {
        List<Socket> opened = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            opened.add(begin(SLOW, "Content-Length: 100", "{"));
        }
        assertThat(postFrom(OTHER)).isEqualTo(202);
        assertThat(said(opened.getLast())).isEmpty();
        opened.forEach(SlowClientsTest::end);

        await().untilAsserted(() -> assertThat(postFrom(SLOW)).isEqualTo(202));
    }

    private Socket open(String address) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(4_096);
        socket.bind(new InetSocketAddress(address, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(60_000);
        return socket;
    }

    private Socket begin(String address, String length, String body) throws IOException {
        Socket socket = open(address);
        String head = "POST /v1/scans HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n%s\r\n\r\n%s"
                .formatted(length, body);
        try {
            socket.getOutputStream().write(head.getBytes(US_ASCII));
        } catch (IOException e) {
            // It was closed at once.
        }
        return socket;
    }

    private static String said(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            return "";
        }
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

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed then.
        }
    }

    private int postFrom(String address) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(address))
                .build()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/scans"))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"scans\": [{}]}"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
