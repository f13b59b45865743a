package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.servers.file.WholeFile;
import com.qualitypost.phoenix.servers.mysql.Credentials;
import com.qualitypost.phoenix.servers.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * An application's settings, in {@code application.properties} in its working folder, where Spring Boot looks first.
 * Not on the command line, where everybody could read the passwords.
 */
public record ApplicationSettings(Map<String, Object> properties) {
    /** For an application's only process, on its default ports. */
    public static ApplicationSettings of(Component application, Ports ports, Path folder, Endpoints around) {
        Map<String, Object> properties = new TreeMap<>(
                switch (application) {
                    case INGEST -> ingest(folder, around);
                    case PROJECTIONS -> projections(around);
                    case QUERY -> query(around, Component.INGEST.port(ports));
                    case KAFKA, REGISTRY, WRITER, READER ->
                        throw new IllegalArgumentException(application + " is not an application");
                });
        properties.put("phoenix.kafka.bootstrap-servers", around.bootstrapServers());
        properties.put("phoenix.registry.url", around.registryUrl());
        properties.put("phoenix.database.writer", loopback(around.writer()));
        properties.put("phoenix.database.ssl-mode", "DISABLED");
        properties.put("server.port", application.port(ports));
        properties.put("phoenix.management.port", application.managementPort(ports));
        properties.put("phoenix.management.token", around.operatorToken());
        return new ApplicationSettings(properties);
    }

    /** With other values. */
    public ApplicationSettings with(Map<String, ?> others) {
        Map<String, Object> all = new TreeMap<>(properties);
        all.putAll(others);
        return new ApplicationSettings(all);
    }

    private static Map<String, Object> ingest(Path folder, Endpoints around) {
        return Map.of(
                "phoenix.gateway.sandbox", true,
                "phoenix.streams.state-dir", folder.resolve("streams"),
                "phoenix.streams.standby-replicas", 0,
                "phoenix.database.password", around.credentials().password("writer"),
                "phoenix.database.migrate-password", around.credentials().password("migrate"));
    }

    private static Map<String, Object> projections(Endpoints around) {
        return Map.of(
                "phoenix.database.password", around.credentials().password("projector"),
                "phoenix.database.cdc-password", around.credentials().password("cdc"),
                "phoenix.database.migrate-password", around.credentials().password("migrate"));
    }

    private static Map<String, Object> query(Endpoints around, int gateway) {
        return Map.of(
                "phoenix.database.reader", loopback(around.reader()),
                "phoenix.query.desk.gateway", "http://127.0.0.1:" + gateway,
                "phoenix.database.password", around.credentials().password("query"));
    }

    private static String loopback(int port) {
        return "127.0.0.1:" + port;
    }

    /** Only its owner may read the file. */
    void write(Path folder) {
        Path file = folder.resolve("application.properties");
        try {
            Files.createDirectories(folder);
            WholeFile.writeSecret(
                    file,
                    properties.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Writing the settings of an application", e);
        }
    }

    /**
     * Where an application finds what it needs, on 127.0.0.1.
     *
     * @param registryUrl of the registry's own API
     * @param writer the port of MySQL's writer
     * @param reader the port of MySQL's reader
     * @param operatorToken that operators have to send
     */
    public record Endpoints(
            String bootstrapServers,
            String registryUrl,
            int writer,
            int reader,
            Credentials credentials,
            String operatorToken) {}
}
