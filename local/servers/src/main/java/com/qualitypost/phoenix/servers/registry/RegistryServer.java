package com.qualitypost.phoenix.servers.registry;

import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.process.ClassArchive;
import com.qualitypost.phoenix.servers.process.Commands;
import com.qualitypost.phoenix.servers.process.Folders;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.PhoenixFolders;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerException;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An Apicurio schema registry on 127.0.0.1. */
public final class RegistryServer implements AutoCloseable {
    public static final String NAME = "registry";

    private static final String DATA = "data";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);

    /** What becomes of the schemas, and so of the ids in every record on Kafka, when the registry ends. */
    public enum Storage {
        MEMORY,
        FILE
    }

    private final ServerProcess process;
    private final String url;

    private RegistryServer(ServerProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts the registry unless it is running, and waits until it answers. */
    public static RegistryServer start(Path folder, int port, Storage storage, Lifetime lifetime) {
        Path home = folder.toAbsolutePath();
        Optional<ServerProcess> running = ServerProcess.find(NAME, home);
        String atPort = "-Dquarkus.http.port=" + port;
        ServerProcess process =
                running.filter(found -> found.wasTold(atPort)).orElseGet(() -> launch(home, port, storage, lifetime));
        RegistryServer registry = new RegistryServer(process, "http://127.0.0.1:" + port);
        try (HttpClient http = HttpClient.newHttpClient()) {
            // Tries the port first, because a refused request costs ten times as much.
            process.awaitReady(START_LIMIT, () -> Ports.answers(port) && registry.answers(http));
        }
        remove(firstStart(home));
        return registry;
    }

    private static ServerProcess launch(Path home, int port, Storage storage, Lifetime lifetime) {
        Ports.requireFree(NAME, port);
        prepareDatabase(home);
        return ServerProcess.start(NAME, home, command(home, port, storage), lifetime);
    }

    /**
     * A registry that is killed while it creates its tables never creates the others. Before it was ready for the first
     * time it has given out no id, so it may start over.
     */
    private static void prepareDatabase(Path home) {
        Path data = home.resolve(DATA);
        Unchecked.run(() -> {
            if (Files.exists(firstStart(home))) {
                Folders.remove(data);
            } else if (!Files.exists(data)) {
                Files.createDirectories(home);
                Files.createFile(firstStart(home));
            }
        });
    }

    private static Path firstStart(Path home) {
        return home.resolve("first-start");
    }

    private static void remove(Path file) {
        Unchecked.run(() -> Files.deleteIfExists(file));
    }

    /** The address of Confluent's API. */
    public String confluentUrl() {
        return url + "/apis/ccompat/v7";
    }

    /** The address of Apicurio's own API. */
    public String coreUrl() {
        return url + "/apis/registry/v3";
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.stop();
    }

    private static List<String> command(Path home, int port, Storage storage) {
        Path software = PhoenixFolders.software(NAME);
        List<String> arguments = new ArrayList<>(
                ClassArchive.in(software, software.resolve("quarkus-run.jar")).options());
        arguments.addAll(List.of(
                // The whole start costs less than the second compiler would gain.
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                // Otherwise it listens on all interfaces on port 9000, and a second registry does not start.
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-Dquarkus.http.access-log.enabled=false",
                "-Dquarkus.log.category.\"io.apicurio\".level=WARN",
                "-Dapicurio.datasource.jdbc.initial-size=2",
                "-Dapicurio.datasource.jdbc.min-size=2",
                "-Dapicurio.datasource.jdbc.max-size=10",
                "-Dapicurio.datasource.url=" + database(home, storage),
                "-jar",
                software.resolve("quarkus-run.jar").toString()));
        return Commands.java(arguments.toArray(String[]::new));
    }

    private static String database(Path home, Storage storage) {
        return switch (storage) {
            case MEMORY -> "jdbc:h2:mem:registry;DB_CLOSE_DELAY=-1";
            // Without the delay a schema is on disk before its id is given out: an id must never have two meanings.
            case FILE -> "jdbc:h2:file:" + home.resolve(DATA).resolve("registry") + ";WRITE_DELAY=0";
        };
    }

    private boolean answers(HttpClient http) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(confluentUrl() + "/subjects"))
                .timeout(ANSWER_LIMIT)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false; // Not listening yet.
        } catch (InterruptedException e) {
            throw ServerException.interrupted("Interrupted while the registry was starting", e);
        }
    }
}
