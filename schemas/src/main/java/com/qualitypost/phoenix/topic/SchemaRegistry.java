package com.qualitypost.phoenix.topic;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.Schema;
import tools.jackson.databind.json.JsonMapper;

/** The schema registry, through Confluent's API. */
class SchemaRegistry {

    private static final JsonMapper JSON = new JsonMapper();

    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();

    SchemaRegistry(String url) {
        this.url = url;
    }

    /** A registry checks nothing until it is told to. */
    void demandFullTransitiveCompatibility() throws IOException, InterruptedException {
        send("PUT", "/config", Map.of("compatibility", "FULL_TRANSITIVE"));
    }

    void register(String subject, Schema schema) throws IOException, InterruptedException {
        send("POST", "/subjects/" + subject + "/versions", Map.of("schema", schema.toString()));
    }

    private void send(String method, String path, Map<String, String> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("The schema registry refused %s %s%s: %d %s"
                    .formatted(method, url, path, response.statusCode(), response.body()));
        }
    }
}
