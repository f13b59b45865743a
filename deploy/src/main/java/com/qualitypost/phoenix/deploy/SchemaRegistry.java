package com.qualitypost.phoenix.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import tools.jackson.databind.json.JsonMapper;

/** Calls the schema registry through Confluent's API. */
class SchemaRegistry {
    private static final JsonMapper JSON = new JsonMapper();

    private final String url;
    private final Optional<String> credentials;
    private final HttpClient http = HttpClient.newHttpClient();

    /** The settings are named like those of Apicurio's client. */
    SchemaRegistry(String url, Map<String, String> settings) {
        this.url = url;
        this.credentials = Optional.ofNullable(settings.get("apicurio.registry.auth.username"))
                .map(user -> basic(user, settings.getOrDefault("apicurio.registry.auth.password", "")));
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    /** By default a registry checks nothing. */
    void demandFullTransitiveCompatibility() throws IOException, InterruptedException {
        send("PUT", "/config", Map.of("compatibility", "FULL_TRANSITIVE"));
    }

    void register(String subject, Schema schema) throws IOException, InterruptedException {
        send("POST", "/subjects/" + subject + "/versions", Map.of("schema", schema.toString()));
    }

    private void send(String method, String path, Map<String, String> body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        credentials.ifPresent(given -> request.header("Authorization", given));
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("The schema registry refused %s %s%s: %d %s"
                    .formatted(method, url, path, response.statusCode(), response.body()));
        }
    }
}
