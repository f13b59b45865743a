package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.servers.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an application is told here, in {@code application.properties} in its working folder, where Spring Boot looks
 * first. Not on the command line, because there everybody could read the passwords.
 */
record ApplicationSettings(Map<String, Object> properties) {
    private static final String JDBC = "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true"
            + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";

    static ApplicationSettings of(Part application, Installation here) {
        Map<String, Object> properties = new TreeMap<>(
                switch (application) {
                    case INGEST -> ingest(here, here.credentials());
                    case PROJECTIONS -> projections(here, here.credentials());
                    case QUERY -> query(here, here.credentials());
                    case KAFKA, REGISTRY, WRITER, READER ->
                        throw new IllegalArgumentException(application + " is no application");
                });
        properties.put("server.port", here.port(application));
        return new ApplicationSettings(properties);
    }

    private static Map<String, Object> ingest(Installation here, Credentials credentials) {
        return Map.of(
                "spring.kafka.bootstrap-servers", here.bootstrapServers(),
                "phoenix.registry.url", registryUrl(here),
                "phoenix.streams.state-dir", here.folder(Part.INGEST).resolve("streams"),
                "phoenix.streams.standby-replicas", 0,
                "phoenix.writer.url", JDBC.formatted(here.ports().mysqlWriter(), "phoenix"),
                "phoenix.writer.password", credentials.password("writer"),
                "phoenix.writer.migrate-password", credentials.password("migrate"));
    }

    private static Map<String, Object> projections(Installation here, Credentials credentials) {
        return Map.of(
                "phoenix.kafka.bootstrap-servers", here.bootstrapServers(),
                "phoenix.kafka.registry-url", registryUrl(here),
                "phoenix.database.writer", "127.0.0.1:" + here.ports().mysqlWriter(),
                "phoenix.database.projector.password", credentials.password("projector"),
                "phoenix.database.cdc.password", credentials.password("cdc"),
                "phoenix.database.migrate.password", credentials.password("migrate"));
    }

    private static Map<String, Object> query(Installation here, Credentials credentials) {
        return Map.of(
                "phoenix.database.reader-url", JDBC.formatted(here.ports().mysqlReader(), "phoenix_read"),
                "phoenix.database.writer-url", JDBC.formatted(here.ports().mysqlWriter(), "phoenix_read"),
                "phoenix.database.password", credentials.password("query"));
    }

    private static String registryUrl(Installation here) {
        return here.url(Part.REGISTRY) + "/apis/registry/v3";
    }

    /** Only its owner may read it. */
    void write(Path folder) {
        Path file = folder.resolve("application.properties");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(
                    file,
                    properties.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Writing the settings of an application", e);
        }
    }
}
