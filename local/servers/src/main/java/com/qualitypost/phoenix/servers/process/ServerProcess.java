package com.qualitypost.phoenix.servers.process;

import com.qualitypost.phoenix.servers.file.DiskSpace;
import com.qualitypost.phoenix.servers.file.PidFile;
import com.qualitypost.phoenix.servers.file.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A child process that works in a folder of its own, with {@code <name>.log}, {@code <name>.pid} and, for a JVM,
 * {@code <name>.tmp}. Only the owner may read what it writes; of its log the newest part is kept.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration LOG_LIMIT = Duration.ofSeconds(2);
    private static final int TAIL_LINES = 15;
    private static final String WHEN_TOLD = "umask 077; read -r _ && exec \"$@\" </dev/null";

    /** A full log becomes {@code .log.1}. Each read counts as a block, so a log of short lines is full sooner. */
    private static final int LOG_BLOCKS = 20_480;

    private static final int LOG_BLOCK_BYTES = 512;

    /** If nothing can be written any more it continues reading: nobody has to wait because of a log. */
    private static final String KEEP_LOG = """
            trap '' INT HUP TERM
            umask 077
            LC_ALL=C; export LC_ALL
            while blocks=$(dd bs=%d count=%d 2>&1 >"$1" | sed -n 's/ records in$//p') && [ $((${blocks%%+*} + ${blocks#*+})) -eq %2$d ]; do
              mv -f "$1" "$1.1"
            done
            exec cat >/dev/null
            """.formatted(LOG_BLOCK_BYTES, LOG_BLOCKS);

    private static final Set<ProcessHandle> ATTACHED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> ATTACHED.forEach(ProcessHandle::destroyForcibly), "kill-servers"));
    }

    private final String name;
    private final Path log;
    private final ProcessHandle handle;
    /** Completes when everything that it logged is in its log, as far as we know. */
    private final CompletableFuture<?> logged;

    private ServerProcess(String name, Path log, ProcessHandle handle, CompletableFuture<?> logged) {
        this.name = name;
        this.log = log;
        this.handle = handle;
        this.logged = logged;
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
            if (Files.exists(log)) {
                Files.move(log, folder.resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            WholeFile.writeSecret(log, List.of());
            List<String> own = withOwnTemporaryFiles(command, folder.resolve(name + ".tmp"));
            List<Process> processes = ProcessBuilder.startPipeline(List.of(
                    new ProcessBuilder(whenTold(own, lifetime))
                            .directory(folder.toFile())
                            .redirectErrorStream(true),
                    new ProcessBuilder("/bin/sh", "-c", KEEP_LOG, "log", log.toString())
                            .redirectError(Redirect.DISCARD)
                            .redirectOutput(Redirect.DISCARD)));
            ProcessHandle handle = processes.getFirst().toHandle();
            if (lifetime == Lifetime.ATTACHED) {
                ATTACHED.add(handle);
            }
            try (OutputStream word = processes.getFirst().getOutputStream()) {
                pidFile(name, folder).write(handle);
                word.write('\n');
            }
            return new ServerProcess(name, log, handle, processes.getLast().onExit());
        } catch (IOException e) {
            throw new UncheckedIOException("Starting " + name + " in " + folder, e);
        }
    }

    /** The process that was started under this name in this folder, by whichever JVM, if it is still running. */
    public static Optional<ServerProcess> find(String name, Path folder) {
        return pidFile(name, folder)
                .read()
                .map(handle -> new ServerProcess(
                        name, folder.resolve(name + ".log"), handle, CompletableFuture.completedFuture(null)));
    }

    /** Waits until it is ready; if it ends instead, fails with the last lines of its log. */
    public void awaitReady(Duration limit, BooleanSupplier ready) {
        boolean decided = Await.holds(limit, () -> !handle.isAlive() || ready.getAsBoolean());
        if (!handle.isAlive()) {
            throw new ServerException(name + " ended while it was starting. " + tail());
        }
        if (!decided) {
            kill();
            throw new ServerException(name + " was not ready after " + limit.toSeconds() + " s. " + tail());
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
        return log;
    }

    /** Stops it gracefully (SIGTERM), or by force if that takes longer than 30 seconds. */
    public void stop() {
        handle.destroy();
        if (!Await.holds(STOP_LIMIT, () -> !handle.isAlive())) {
            kill();
        }
        ATTACHED.remove(handle);
        awaitLog();
    }

    /** SIGKILL: nothing is flushed, nobody is told. */
    public void kill() {
        handle.destroyForcibly();
        if (!Await.holds(STOP_LIMIT, () -> !handle.isAlive())) {
            throw new ServerException(name + " (process " + pid() + ") cannot be killed.");
        }
        ATTACHED.remove(handle);
        awaitLog();
    }

    /** A child that it left behind may still log; nobody waits for that. */
    private void awaitLog() {
        try {
            logged.get(LOG_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            // Then the log stays incomplete.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
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

    private String tail() {
        awaitLog();
        try {
            List<String> lines = Files.readAllLines(log);
            List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
            String end = String.join("\n  ", last);
            return (DiskSpace.ranOut(end) ? "The disk is full: make room and start it again. " : "") + "The end of "
                    + log + ":\n  " + end;
        } catch (IOException e) {
            return "Its log cannot be read: " + e;
        }
    }

    private static PidFile pidFile(String name, Path folder) {
        return new PidFile(folder.resolve(name + ".pid"));
    }
}
