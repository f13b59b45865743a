package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.local.client.Addresses;
import com.qualitypost.phoenix.local.client.Addresses.Management;
import com.qualitypost.phoenix.local.stack.ApplicationSettings.Endpoints;
import com.qualitypost.phoenix.servers.file.PidFile;
import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.file.WholeFile;
import com.qualitypost.phoenix.servers.mysql.Credentials;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.mysql.MysqlSetup;
import com.qualitypost.phoenix.servers.process.PhoenixFolders;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerException;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One Phoenix on this machine: the folder with all its data, and its ports. */
public record Installation(Path data, Ports ports) {
    private static final String SHIFT_FILE = "port-shift";

    /** Reads what {@code up} stored; uses the default ports if it never ran. */
    public static Installation existing() {
        Path data = folder();
        Path shift = data.resolve(SHIFT_FILE);
        return Unchecked.get(() -> new Installation(
                data,
                Files.exists(shift)
                        ? new Ports(Integer.parseInt(Files.readString(shift).strip()))
                        : Ports.DEFAULT));
    }

    /** The one that is up; fails and says what to do unless everything is running. */
    public static Installation up() {
        Installation here = existing();
        here.requireUp();
        return here;
    }

    static Path folder() {
        return PhoenixFolders.folder().resolve("data");
    }

    /** Stores what other commands need to know the ports, and to be let in. */
    void remember() {
        Unchecked.run(() -> {
            makeFolder();
            WholeFile.write(data.resolve(SHIFT_FILE), List.of(Integer.toString(ports.shift())));
            OperatorToken.make(data);
        });
    }

    /** Keeps everybody else from reading what is in it, whoever created it. */
    private void makeFolder() throws IOException {
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    }

    /**
     * Whether it is up to us to stop what is running: nothing is running yet, or the command that was responsible has
     * been killed.
     */
    public boolean isNobodys() {
        return running().isEmpty() || owner().exists() && owner().read().isEmpty();
    }

    /** Makes us responsible for stopping what is running; once we are gone nobody is. */
    void own() {
        Unchecked.run(() -> {
            makeFolder();
            owner().write(ProcessHandle.current());
        });
    }

    /** Leaves what is running to run on without us. */
    public void disown() {
        Unchecked.run(() -> owner().remove());
    }

    private PidFile owner() {
        return new PidFile(data.resolve("owner.pid"));
    }

    public Path folder(Component part) {
        return data.resolve(part.folder());
    }

    public int port(Component part) {
        return part.port(ports);
    }

    /** The address of an application or of the registry. */
    public String url(Component part) {
        return "http://127.0.0.1:" + port(part);
    }

    /** The address of an application's management port. */
    public String managementUrl(Component part) {
        return "http://127.0.0.1:" + part.managementPort(ports);
    }

    public String operatorToken() {
        return OperatorToken.read(data);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    public Credentials credentials() {
        return Credentials.read(folder(Component.WRITER).resolve(MysqlServer.CREDENTIALS_FILE));
    }

    Endpoints surroundings() {
        return new Endpoints(
                bootstrapServers(),
                url(Component.REGISTRY) + "/apis/registry/v3",
                port(Component.WRITER),
                port(Component.READER),
                credentials(),
                operatorToken());
    }

    /** What a client of the running system needs. */
    public Addresses addresses() {
        return new Addresses(
                URI.create(url(Component.INGEST)),
                URI.create(url(Component.QUERY)),
                URI.create(url(Component.PROJECTIONS)),
                new Management(
                        URI.create(managementUrl(Component.INGEST)),
                        URI.create(managementUrl(Component.QUERY)),
                        URI.create(managementUrl(Component.PROJECTIONS)),
                        operatorToken()),
                bootstrapServers(),
                MysqlSetup.jdbcUrl("127.0.0.1", ports.mysqlWriter(), "phoenix"),
                credentials().password("migrate"));
    }

    /** The component's process, if it is running. */
    public Optional<ServerProcess> process(Component part) {
        return ServerProcess.find(part.folder(), folder(part));
    }

    public List<Component> running() {
        return Arrays.stream(Component.values())
                .filter(part -> process(part).isPresent())
                .toList();
    }

    public Set<Component> missing() {
        Set<Component> missing = EnumSet.allOf(Component.class);
        running().forEach(missing::remove);
        return missing;
    }

    /** Fails and says what to do unless everything is running. */
    public void requireUp() {
        Set<Component> missing = missing();
        if (missing.size() == Component.values().length) {
            throw new ServerException("Phoenix is not up. Start it with ./phoenix up, or ./phoenix demo.");
        }
        if (!missing.isEmpty()) {
            throw new ServerException("%s is not running. Start what is missing with ./phoenix up."
                    .formatted(missing.stream().map(Component::folder).collect(Collectors.joining(", "))));
        }
    }
}
