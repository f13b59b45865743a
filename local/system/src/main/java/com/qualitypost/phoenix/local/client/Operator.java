package com.qualitypost.phoenix.local.client;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls an application's management port; a refusal becomes an exception with its reason. */
public final class Operator implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI application;
    private final String token;

    /** For the application with this management port. */
    public Operator(URI application, String token) {
        this.application = application;
        this.token = token;
    }

    public JsonNode get(String path) {
        return answer(to(path).build());
    }

    public JsonNode post(String path, Map<String, ?> body) {
        return answer(to(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(application.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode answer(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            JsonNode body = JSON.readTree(response.body());
            if (response.statusCode() >= 300) {
                throw new ServerException(
                        body.path("detail").asString(body.path("message").asString(response.body())));
            }
            return body;
        } catch (IOException e) {
            throw new ServerException("Nothing answers at " + request.uri() + ": " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new ServerException("No application of Phoenix answers at " + request.uri(), e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted("Interrupted while waiting for " + request.uri(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
