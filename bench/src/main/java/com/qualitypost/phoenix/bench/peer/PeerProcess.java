package com.qualitypost.phoenix.bench.peer;

import com.qualitypost.phoenix.bench.system.SpareMysql;
import com.qualitypost.phoenix.local.stack.Repository;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A peer as {@code bench/peers/NAME/run} starts it; it is held while nothing is asked of it. */
final class PeerProcess implements AutoCloseable {
    /** The first time it brings what it needs. */
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private final ServerProcess process;

    private PeerProcess(ServerProcess process) {
        this.process = process;
    }

    /** Whether there is such a peer in this working copy. */
    static boolean exists(String name) {
        return Files.isExecutable(script(name));
    }

    private static Path script(String name) {
        return Repository.root().resolve("bench/peers").resolve(name).resolve("run");
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param at the port to answer at, or another address that it needs first
     */
    static PeerProcess start(String name, Path folder, String at, SpareMysql.Access database) {
        ServerProcess process = ServerProcess.start(
                name,
                folder.resolve(name),
                List.of(
                        script(name).toString(),
                        at,
                        "127.0.0.1",
                        Integer.toString(database.port()),
                        "root",
                        database.password()),
                Lifetime.ATTACHED);
        process.awaitReady(START_LIMIT, () -> hasSaid(process.log(), "ready"));
        return new PeerProcess(process);
    }

    private static boolean hasSaid(Path log, String word) {
        try {
            return Files.readAllLines(log).contains(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void hold() {
        process.freeze();
    }

    void letGo() {
        process.thaw();
    }

    @Override
    public void close() {
        process.thaw();
        process.stop();
    }
}
