package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.servers.file.WholeFile;
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
    private static final String JDBC = "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true"
            + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";

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
                "phoenix.kafka.bootstrap-servers", around.bootstrapServers(),
                "phoenix.registry.url", around.registryUrl(),
                "phoenix.gateway.sandbox", true,
                "phoenix.streams.state-dir", folder.resolve("streams"),
                "phoenix.streams.standby-replicas", 0,
                "phoenix.writer.url", JDBC.formatted(around.writer(), "phoenix"),
                "phoenix.writer.password", around.credentials().password("writer"),
                "phoenix.writer.migrate-password", around.credentials().password("migrate"));
    }

    private static Map<String, Object> projections(Endpoints around) {
        return Map.of(
                "phoenix.kafka.bootstrap-servers", around.bootstrapServers(),
                "phoenix.registry.url", around.registryUrl(),
                "phoenix.database.writer", "127.0.0.1:" + around.writer(),
                "phoenix.database.projector.password", around.credentials().password("projector"),
                "phoenix.database.cdc.password", around.credentials().password("cdc"),
                "phoenix.database.migrate.password", around.credentials().password("migrate"));
    }

    private static Map<String, Object> query(Endpoints around, int gateway) {
        return Map.of(
                "phoenix.kafka.bootstrap-servers", around.bootstrapServers(),
                "phoenix.registry.url", around.registryUrl(),
                "phoenix.database.reader-url", JDBC.formatted(around.reader(), "phoenix_read"),
                "phoenix.database.writer-url", JDBC.formatted(around.writer(), "phoenix_read"),
                "phoenix.query.desk.gateway", "http://127.0.0.1:" + gateway,
                "phoenix.database.password", around.credentials().password("query"));
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
}
