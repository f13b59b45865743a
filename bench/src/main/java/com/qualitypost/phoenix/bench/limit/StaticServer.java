package com.qualitypost.phoenix.bench.limit;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import java.nio.charset.StandardCharsets;

/** A process that answers every request with the same bytes: Helidon on virtual threads, the fastest we know. */
final class StaticServer {
    private StaticServer() {}

    /** Arguments: the port, and how many bytes an answer has. */
    public static void main(String[] args) {
        int port = Integer.parseInt(args[0]);
        byte[] answer = ("{\"filling\":\"" + "x".repeat(Math.max(0, Integer.parseInt(args[1]) - 14)) + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
        WebServer.builder()
                .host("127.0.0.1")
                .port(port)
                .routing(routing -> routing.any((request, response) -> {
                    request.content().consume();
                    response.header(HeaderNames.CONTENT_TYPE, "application/json")
                            .send(answer);
                }))
                .build()
                .start();
    }
}
