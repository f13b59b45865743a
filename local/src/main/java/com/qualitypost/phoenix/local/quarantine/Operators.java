package com.qualitypost.phoenix.local.quarantine;

import com.qualitypost.phoenix.servers.ServerException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The addresses of ingest for operators. */
final class Operators implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI ingest;

    Operators(URI ingest) {
        this.ingest = ingest;
    }

    JsonNode list(Map<String, String> question) {
        String query = question.entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return answer(get("/v1/quarantine?" + query));
    }

    JsonNode show(RecordId id) {
        return answer(get("/v1/quarantine/%s/%s/%s".formatted(id.topic(), id.partition(), id.offset())));
    }

    JsonNode replay(Map<String, Object> request) {
        return answer(HttpRequest.newBuilder(ingest.resolve("/v1/quarantine:replay"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)))
                .build());
    }

    JsonNode outcomes(String replay) {
        return answer(get("/v1/quarantine/replays/" + replay));
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(ingest.resolve(path)).build();
    }

    private JsonNode answer(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            JsonNode body = JSON.readTree(response.body());
            if (response.statusCode() >= 300) {
                throw new ServerException(body.path("detail").asString(response.body()));
            }
            return body;
        } catch (IOException e) {
            throw new ServerException("Ingest does not answer at " + request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while waiting for ingest", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
