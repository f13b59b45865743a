package com.qualitypost.phoenix.ingest.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, an error is a problem. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "phoenix.streams.enabled=false",
            "phoenix.writer.enabled=false",
            "phoenix.kafka.bootstrap-servers=127.0.0.1:1"
        })
class UnreadableRequestsTest {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /v1/%zz HTTP/1.1~Host: 127.0.0.1                        | 400 | bad_request
            GET /v1/devices/HH%2F4711/gaps HTTP/1.1~Host: 127.0.0.1     | 400 | bad_request
            GET /v1/scans HTTP/1.1                                      | 400 | bad_request
            GET /v1/scans HTTP/1.1~Host: 127.0.0.1                      | 405 | method_not_allowed
            TRACE /v1/scans HTTP/1.1~Host: 127.0.0.1                    | 405 | method_not_allowed
            BREW /v1/scans HTTP/1.1~Host: 127.0.0.1                     | 405 | method_not_allowed
            GET /v1/scans HTTP/7                                        | 505 | bad_request
            GET /nothing HTTP/1.1~Host: 127.0.0.1                       | 404 | not_found
            GET /v1/../../x HTTP/1.1~Host: 127.0.0.1                    | 400 | bad_request
            POST /v1/scans HTTP/1.1~Host: 127.0.0.1~Content-Length: 1~Content-Length: 2 | 400 | bad_request
            POST /v1/scans HTTP/1.1~Host: 127.0.0.1~Transfer-Encoding: odd | 501 | bad_request
            POST /v1/scans HTTP/1.1~Host: 127.0.0.1~Content-Type: a/b/c~Content-Length: 0 | 415 | unsupported_media_type
            POST /v1/scans HTTP/1.1~Host: 127.0.0.1~Content-Type: application/json~Content-Length: 99999999 | 413 | body_too_large""")
    void anErrorIsAProblemThatNamesNoClassOfOurs(String head, int status, String code) throws Exception {
        String answer = ask(head.replace("~", "\r\n"));

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer)
                .contains("Content-Type: application/problem+json", "\"code\":\"" + code + "\"")
                .doesNotContain("java", "Exception", "org.", "<html");
    }

    private String ask(String head) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write((head + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
