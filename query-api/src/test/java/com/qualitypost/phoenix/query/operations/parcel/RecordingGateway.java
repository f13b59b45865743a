package com.qualitypost.phoenix.query.operations.parcel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is reported to it, and answers as it was told to; the journeys report to the real one. */
final class RecordingGateway {
    private static final String ACCEPTED = "{\"results\":[{\"index\":0,\"status\":\"accepted\"}]}";

    private final List<JsonNode> batches = new CopyOnWriteArrayList<>();
    private final Queue<Said> next = new ArrayDeque<>();
    private final HttpServer server;

    private record Said(int status, String body) {}

    RecordingGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/scans", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void saysNext(int status, String body) {
        next.add(new Said(status, body));
    }

    /** The scans reported so far for this parcel, with their batches. */
    List<JsonNode> batchesOf(String number) {
        return batches.stream()
                .filter(batch -> batch.at("/scans/0/tracking_number").asString().equals(number))
                .toList();
    }

    private void take(HttpExchange call) throws IOException {
        batches.add(JsonMapper.shared().readTree(call.getRequestBody().readAllBytes()));
        Said said = next.isEmpty() ? new Said(202, ACCEPTED) : next.remove();
        byte[] body = said.body.getBytes(UTF_8);
        call.sendResponseHeaders(said.status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }
}
