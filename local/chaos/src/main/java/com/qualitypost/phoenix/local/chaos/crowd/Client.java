package com.qualitypost.phoenix.local.chaos.crowd;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A client with an address of its own that reports scans in ways no handheld would.
 *
 * @param address one of 127.0.0.0/8
 */
public record Client(String address) {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Posts a body as JSON and returns the answer. */
    public HttpResponse<String> posts(URI gateway, byte[] body, String encoding)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(address))
                .build()) {
            return http.send(
                    HttpRequest.newBuilder(gateway.resolve("/v1/scans"))
                            .timeout(LIMIT)
                            .header("Content-Type", "application/json")
                            .header("Content-Encoding", encoding)
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    /** Sends a head that announces this many bytes, and then only these. */
    public Socket begins(URI gateway, int promised, byte[] sent) throws IOException {
        String head =
                "POST /v1/scans HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(gateway.getAuthority(), promised);
        Socket socket = says(gateway, head);
        try {
            socket.getOutputStream().write(sent);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Opens a connection and sends this text, whether or not it is a complete request. */
    public Socket says(URI gateway, String text) throws IOException {
        Socket socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(address, 0));
            socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
            socket.setSoTimeout((int) LIMIT.toMillis());
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
