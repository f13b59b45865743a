package com.qualitypost.phoenix.local.merchant;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The addresses of ingest where keys are made and revoked. */
public final class Keys implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PATH = "/v1/merchants/keys";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI ingest;

    public Keys(URI ingest) {
        this.ingest = ingest;
    }

    /** A new key and what it is revoked by. */
    public record Made(String id, String key) {
        /** Without the key, which does not belong into logs. */
        @Override
        public String toString() {
            return id;
        }
    }

    public Made add(String merchant, boolean test) {
        JsonNode made =
                post(PATH, JSON.writeValueAsBytes(Map.of("merchant_id", merchant, "mode", test ? "test" : "live")));
        return new Made(made.path("key_id").asString(""), made.path("key").asString(""));
    }

    void revoke(String keyId) {
        post("%s/%s:revoke".formatted(PATH, URLEncoder.encode(keyId, StandardCharsets.UTF_8)), new byte[0]);
    }

    JsonNode list() {
        return answer(HttpRequest.newBuilder(ingest.resolve(PATH)).build());
    }

    private JsonNode post(String path, byte[] body) {
        return answer(HttpRequest.newBuilder(ingest.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private JsonNode answer(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new ServerException(detail(response.body()));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new ServerException("Ingest does not answer at " + request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while waiting for ingest", e);
        }
    }

    private static String detail(String body) {
        return JSON.readTree(body).path("detail").asString(body);
    }

    @Override
    public void close() {
        http.close();
    }
}
