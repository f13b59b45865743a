package com.qualitypost.phoenix.servers;

import com.qualitypost.phoenix.servers.MysqlSetup.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A MySQL server on 127.0.0.1 whose data stays in its folder: a writer, or a reader that follows it by GTID. */
public final class MysqlServer implements AutoCloseable {
    public static final String WRITER = "mysql-writer";
    public static final String READER = "mysql-reader";
    /** In the writer's folder. */
    public static final String CREDENTIALS_FILE = "credentials.properties";

    /** Where the data lies in a server's folder. */
    public static final String DATA = "data";

    private static final String COPY = "mysql-copy";
    private static final String HOST = "127.0.0.1";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String NO_PASSWORD_YET = "";

    private final ServerProcess process;
    private final int port;
    private final Credentials credentials;

    private MysqlServer(ServerProcess process, int port, Credentials credentials) {
        this.process = process;
        this.port = port;
        this.credentials = credentials;
    }

    /** Starts the writer unless it runs and, the first time, makes the schemas and users. */
    public static MysqlServer writer(MysqlSoftware software, Path folder, int port, Lifetime lifetime) {
        Path home = created(folder);
        Credentials credentials = Credentials.readOrCreate(home.resolve(CREDENTIALS_FILE));
        ServerProcess process = start(WRITER, software, home, port, MysqlOptions.writer(), lifetime);
        MysqlServer writer = new MysqlServer(process, port, credentials);
        writer.awaitReady();
        if (writer.admits(NO_PASSWORD_YET)) {
            MysqlSetup.createUsers(writer.root(), credentials);
        }
        return writer;
    }

    /** Starts a reader unless it runs; returns when it has everything that was committed on the writer before the call. */
    public static MysqlServer reader(
            MysqlSoftware software, Path folder, int port, MysqlServer writer, Lifetime lifetime) {
        ServerProcess process = start(
                READER,
                software,
                created(folder),
                port,
                MysqlOptions.concat(MysqlOptions.reader(), MysqlOptions.readOnly()),
                lifetime);
        MysqlServer reader = new MysqlServer(process, port, writer.credentials);
        reader.awaitReady();
        // Each time, because the writer's port may have moved.
        MysqlSetup.follow(reader.root(), HOST, writer.port, writer.credentials);
        // Root's password comes from the writer with the users: wait for it, lest it changes between two calls.
        process.awaitReady(START_LIMIT, () -> reader.admits(writer.credentials.password("root")));
        reader.awaitCaughtUp(writer);
        return reader;
    }

    /** Starts a server on copied data, for a while: it logs no changes and follows nobody unless it is told to. */
    public static MysqlServer copy(MysqlSoftware software, Path folder, Credentials credentials) {
        int port = Ports.free().mysqlWriter();
        ServerProcess process = start(COPY, software, folder, port, MysqlOptions.copy(), Lifetime.ATTACHED);
        MysqlServer copy = new MysqlServer(process, port, credentials);
        copy.awaitReady();
        return copy;
    }

    /** Waits until this reader has everything that was committed on the writer before the call. */
    public void awaitCaughtUp(MysqlServer writer) {
        MysqlSetup.awaitCaughtUp(writer.root(), root());
    }

    public String jdbcUrl(String schema) {
        return Jdbc.url(HOST, port, schema);
    }

    public int port() {
        return port;
    }

    public Credentials credentials() {
        return credentials;
    }

    public long pid() {
        return process.pid();
    }

    /** SIGKILL; start again on the same folder to get the data back. */
    public void kill() {
        process.kill();
    }

    /** See {@link ServerProcess#freeze}. */
    public void freeze() {
        process.freeze();
    }

    /** See {@link ServerProcess#thaw}. */
    public void thaw() {
        process.thaw();
    }

    @Override
    public void close() {
        process.stop();
    }

    private void awaitReady() {
        process.awaitReady(
                START_LIMIT,
                () -> Ports.answers(port) && (admits(NO_PASSWORD_YET) || admits(credentials.password("root"))));
    }

    private Root root() {
        return new Root(jdbcUrl(""), admits(NO_PASSWORD_YET) ? NO_PASSWORD_YET : credentials.password("root"));
    }

    private boolean admits(String password) {
        return Jdbc.admits(jdbcUrl(""), password);
    }

    private static ServerProcess start(
            String name, MysqlSoftware software, Path folder, int port, List<String> options, Lifetime lifetime) {
        Optional<ServerProcess> running = ServerProcess.find(name, folder);
        if (running.isPresent() && Ports.answers(port)) {
            return running.get();
        }
        Ports.requireFree(name, port);
        Path data = folder.resolve(DATA);
        MysqlData.ensure(software, data);
        return ServerProcess.start(
                name,
                folder,
                software.command(MysqlOptions.concat(MysqlOptions.process(data, port), options)),
                lifetime);
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
