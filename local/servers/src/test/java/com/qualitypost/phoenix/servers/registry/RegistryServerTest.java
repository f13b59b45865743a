package com.qualitypost.phoenix.servers.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.registry.RegistryServer.Storage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class RegistryServerTest {
    private static final String SCHEMA = "{\"schema\": \"\\\"string\\\"\"}";

    @Test
    void aSchemaKeepsItsIdWhenTheRegistryIsKilled() throws Exception {
        var folder = TestServers.folder("kept-registry");
        int port = Ports.free().registry();
        String answer;
        try (var registry = RegistryServer.start(folder, port, Storage.FILE, Lifetime.ATTACHED)) {
            answer = register(registry);
            registry.kill();
        }

        try (var registry = RegistryServer.start(folder, port, Storage.FILE, Lifetime.ATTACHED)) {
            String id = answer.replaceAll("\\D+", "");
            assertThat(send(HttpRequest.newBuilder(URI.create(registry.confluentUrl() + "/schemas/ids/" + id))))
                    .contains("string");
            assertThat(send(HttpRequest.newBuilder(URI.create(registry.coreUrl() + "/system/info"))))
                    .contains("3.3.3");
        }
    }

    @Test
    void whatAFirstStartThatWasKilledLeftIsMadeAnew() throws Exception {
        var folder = TestServers.folder("half-made-registry");
        int port = Ports.free().registry();
        // As it is when the first tables are there, and the next are not.
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/registry.mv.db"), "half of a database");
        Files.createFile(folder.resolve("first-start"));

        try (var registry = RegistryServer.start(folder, port, Storage.FILE, Lifetime.ATTACHED)) {
            register(registry);
        }
        assertThat(folder.resolve("first-start")).doesNotExist();
    }

    private static String register(RegistryServer registry) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(registry.confluentUrl() + "/subjects/letters-value/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString(SCHEMA)));
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }
}
