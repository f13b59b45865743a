package com.qualitypost.phoenix.query.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens like a browser. */
final class EventStream implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpResponse<InputStream> response;
    private final Thread reader;

    private EventStream(HttpResponse<InputStream> response) {
        this.response = response;
        reader = Thread.startVirtualThread(this::read);
    }

    static EventStream open(URI node, String number, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve("/v1/tracking/" + number + "/live"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new EventStream(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        var text = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
        try {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                lines.add(line);
            }
        } catch (IOException _) {
            // One of the two has ended it.
        }
    }

    int status() {
        return response.statusCode();
    }

    String type() {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    /** Without what every stream is sent. */
    List<String> events() {
        return lines.stream()
                .filter(line -> line.startsWith("id: ") || line.startsWith("event: look"))
                .toList();
    }

    boolean heard(String line) {
        return lines.contains(line);
    }

    boolean isOver() {
        return !reader.isAlive();
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
