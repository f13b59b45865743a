package com.qualitypost.phoenix.servers.process;

import com.qualitypost.phoenix.servers.file.PidFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A child process that works in a folder of its own, with {@code <name>.log}, {@code <name>.pid} and, for a JVM,
 * {@code <name>.tmp}. Only the owner may read what it writes.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final String WHEN_TOLD = "umask 077; read -r _ && exec \"$@\" </dev/null";

    private final String name;
    private final ServerLog log;
    private final ProcessHandle handle;

    private ServerProcess(String name, ServerLog log, ProcessHandle handle) {
        this.name = name;
        this.log = log;
        this.handle = handle;
    }

    /** Starts a command, unless the folder's last one is still running; does not wait until it is ready. */
    public static ServerProcess start(String name, Path folder, List<String> command, Lifetime lifetime) {
        find(name, folder).ifPresent(running -> {
            throw new ServerException("%s already runs in %s as process %d. Stop it first (./phoenix down, or kill %d)."
                    .formatted(name, folder, running.pid(), running.pid()));
        });
        Path log = folder.resolve(name + ".log");
        try {
            Files.createDirectories(folder);
            List<String> own = withOwnTemporaryFiles(command, folder.resolve(name + ".tmp"));
            List<Process> processes = ProcessBuilder.startPipeline(List.of(
                    new ProcessBuilder(whenTold(own, lifetime))
                            .directory(folder.toFile())
                            .redirectErrorStream(true),
                    ServerLog.begin(log)));
            ProcessHandle handle = processes.getFirst().toHandle();
            if (lifetime == Lifetime.ATTACHED) {
                AttachedProcesses.add(name, handle);
            }
            try (OutputStream word = processes.getFirst().getOutputStream()) {
                pidFile(name, folder).write(handle);
                word.write('\n');
            }
            return new ServerProcess(
                    name, new ServerLog(log, processes.getLast().onExit()), handle);
        } catch (IOException e) {
            throw new UncheckedIOException("Starting " + name + " in " + folder, e);
        }
    }

    /** The process that was started under this name in this folder, by whichever JVM, if it is still running. */
    public static Optional<ServerProcess> find(String name, Path folder) {
        return pidFile(name, folder)
                .read()
                .map(handle -> new ServerProcess(name, ServerLog.found(folder.resolve(name + ".log")), handle));
    }

    /** Waits until it is ready; if it ends instead, fails with the last lines of its log. */
    public void awaitReady(Duration limit, BooleanSupplier ready) {
        boolean decided = Await.holds(limit, () -> !handle.isAlive() || ready.getAsBoolean());
        if (!handle.isAlive()) {
            throw new ServerException(name + " ended while it was starting. " + log.tail());
        }
        if (!decided) {
            kill();
            throw new ServerException(name + " was not ready after " + limit.toSeconds() + " s. " + log.tail());
        }
    }

    public long pid() {
        return handle.pid();
    }

    public boolean isAlive() {
        return handle.isAlive();
    }

    /** Whether it was started with this argument, as far as the system shows. */
    public boolean wasTold(String argument) {
        return handle.info()
                .arguments()
                .map(all -> List.of(all).contains(argument))
                .orElse(true);
    }

    public Path log() {
        return log.file();
    }

    /** Stops it gracefully (SIGTERM), or by force if that takes longer than 30 seconds. */
    public void stop() {
        handle.destroy();
        if (!Await.holds(STOP_LIMIT, () -> !handle.isAlive())) {
            kill();
        }
        AttachedProcesses.remove(handle);
        log.await();
    }

    /** SIGKILL: nothing is flushed, nobody is told. */
    public void kill() {
        handle.destroyForcibly();
        if (!Await.holds(STOP_LIMIT, () -> !handle.isAlive())) {
            throw new ServerException(name + " (process " + pid() + ") cannot be killed.");
        }
        AttachedProcesses.remove(handle);
        log.await();
    }

    /** SIGSTOP: it exists but does nothing, as in a long garbage collection. */
    public void freeze() {
        signal("STOP");
    }

    /** SIGCONT: it continues as if no time had passed. */
    public void thaw() {
        signal("CONT");
    }

    /** Like a full disk: none of its files may grow any more. Lasts as long as the process. */
    public void fillDisk() {
        Commands.run(List.of("prlimit", "--pid", Long.toString(pid()), "--fsize=0:"));
    }

    private void signal(String name) {
        Commands.run(List.of("kill", "-" + name, Long.toString(pid())));
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * A killed JVM leaves its temporary files, 15 MB of them with RocksDB: they are removed when it is started again.
     */
    private static List<String> withOwnTemporaryFiles(List<String> command, Path temporary) throws IOException {
        if (!Path.of(command.getFirst()).endsWith("java")) {
            return command;
        }
        Folders.remove(temporary);
        Files.createDirectories(temporary);
        List<String> own = new ArrayList<>(command);
        own.add(1, "-Djava.io.tmpdir=" + temporary.toAbsolutePath());
        return own;
    }

    /**
     * The command starts once its id is on disk. If we are killed before that, it reads the end of our pipe instead of
     * our word, and ends: nothing ever runs that nobody knows of.
     */
    private static List<String> whenTold(List<String> command, Lifetime lifetime) {
        String script = switch (lifetime) {
            case ATTACHED -> WHEN_TOLD;
            // Ctrl-C, or a terminal that closes, reaches every process started from it, but must not end those that
            // outlive us.
            case DETACHED -> "trap '' INT HUP; " + WHEN_TOLD;
        };
        List<String> wrapped = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
        wrapped.addAll(command);
        return wrapped;
    }

    private static PidFile pidFile(String name, Path folder) {
        return new PidFile(folder.resolve(name + ".pid"));
    }
}
