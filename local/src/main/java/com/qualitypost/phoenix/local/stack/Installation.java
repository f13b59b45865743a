package com.qualitypost.phoenix.local.stack;

import com.qualitypost.phoenix.local.client.Addresses;
import com.qualitypost.phoenix.local.client.Management;
import com.qualitypost.phoenix.servers.Credentials;
import com.qualitypost.phoenix.servers.Home;
import com.qualitypost.phoenix.servers.MysqlServer;
import com.qualitypost.phoenix.servers.MysqlSetup;
import com.qualitypost.phoenix.servers.Ports;
import com.qualitypost.phoenix.servers.ServerException;
import com.qualitypost.phoenix.servers.ServerProcess;
import com.qualitypost.phoenix.servers.file.PidFile;
import com.qualitypost.phoenix.servers.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** One Phoenix on this machine: the folder that all of its data lies in, and its ports. */
public record Installation(Path data, Ports ports) {
    private static final String SHIFT_FILE = "port-shift";

    /** Where {@code up} left it; the usual ports where it was never up. */
    public static Installation existing() {
        Path data = folder();
        Path shift = data.resolve(SHIFT_FILE);
        try {
            return new Installation(
                    data,
                    Files.exists(shift)
                            ? new Ports(Integer.parseInt(Files.readString(shift).strip()))
                            : Ports.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder() {
        return Home.folder().resolve("data");
    }

    /** So that the other commands know the ports, and are let in. */
    void remember() {
        try {
            makeFolder();
            WholeFile.write(data.resolve(SHIFT_FILE), List.of(Integer.toString(ports.shift())));
            OperatorToken.make(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody else reads what lies in it, whatever made it. */
    private void makeFolder() throws IOException {
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    }

    /** Whether what runs is for us to stop: nothing runs yet, or whoever was to stop it has been killed. */
    public boolean isNobodys() {
        return running().isEmpty() || owner().exists() && owner().read().isEmpty();
    }

    /** We are to stop what runs; once we are gone it is nobody's. */
    void own() {
        try {
            makeFolder();
            owner().write(ProcessHandle.current());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What runs goes on without us, on purpose. */
    void disown() {
        try {
            owner().remove();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PidFile owner() {
        return new PidFile(data.resolve("owner.pid"));
    }

    public Path folder(Part part) {
        return data.resolve(part.folder());
    }

    public int port(Part part) {
        return part.port(ports);
    }

    /** The address of an application or of the registry. */
    public String url(Part part) {
        return "http://127.0.0.1:" + port(part);
    }

    /** The address at which an application lets operators in. */
    String managementUrl(Part part) {
        return "http://127.0.0.1:" + part.managementPort(ports);
    }

    String operatorToken() {
        return OperatorToken.read(data);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    public Credentials credentials() {
        return Credentials.read(folder(Part.WRITER).resolve(MysqlServer.CREDENTIALS_FILE));
    }

    Surroundings surroundings() {
        return new Surroundings(
                bootstrapServers(),
                url(Part.REGISTRY) + "/apis/registry/v3",
                port(Part.WRITER),
                port(Part.READER),
                credentials(),
                operatorToken());
    }

    /** What a client of the running system needs. */
    public Addresses addresses() {
        return new Addresses(
                URI.create(url(Part.INGEST)),
                URI.create(url(Part.QUERY)),
                URI.create(url(Part.PROJECTIONS)),
                new Management(
                        URI.create(managementUrl(Part.INGEST)),
                        URI.create(managementUrl(Part.QUERY)),
                        URI.create(managementUrl(Part.PROJECTIONS)),
                        operatorToken()),
                bootstrapServers(),
                MysqlSetup.jdbcUrl("127.0.0.1", ports.mysqlWriter(), "phoenix"),
                credentials().password("migrate"));
    }

    /** The part's process, if it runs. */
    public Optional<ServerProcess> process(Part part) {
        return ServerProcess.find(part.folder(), folder(part));
    }

    public List<Part> running() {
        return Arrays.stream(Part.values())
                .filter(part -> process(part).isPresent())
                .toList();
    }

    Set<Part> missing() {
        Set<Part> missing = EnumSet.allOf(Part.class);
        running().forEach(missing::remove);
        return missing;
    }

    /** Says what to do unless everything runs. */
    public void requireUp() {
        Set<Part> missing = missing();
        if (missing.size() == Part.values().length) {
            throw new ServerException("Phoenix is not up. Start it with ./phoenix up, or ./phoenix demo.");
        }
        if (!missing.isEmpty()) {
            throw new ServerException("%s does not run. Start what is missing with ./phoenix up."
                    .formatted(missing.stream().map(Part::folder).collect(Collectors.joining(", "))));
        }
    }
}
