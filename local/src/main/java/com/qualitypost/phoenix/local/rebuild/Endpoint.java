package com.qualitypost.phoenix.local.rebuild;

import com.qualitypost.phoenix.servers.ServerException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Long work that an application does when it is asked, and tells of. */
final class Endpoint implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    Endpoint(String address) {
        this.address = URI.create(address);
    }

    void begin() {
        HttpResponse<String> started = ask(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.noBody())
                .build());
        if (started.statusCode() >= 300) {
            throw new ServerException("It was not begun: " + started.body());
        }
    }

    JsonNode report() {
        return JSON.readTree(ask(HttpRequest.newBuilder(address).build()).body());
    }

    private HttpResponse<String> ask(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ServerException("Nobody answers at " + address + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while waiting for " + address, e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
