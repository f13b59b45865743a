package com.qualitypost.phoenix.servers.process;

import com.qualitypost.phoenix.servers.file.DiskSpace;
import com.qualitypost.phoenix.servers.file.WholeFile;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a process says, of which the newest part is kept. Only its owner may read it.
 *
 * @param complete completes when everything that the process said is in the file, as far as we know
 */
record ServerLog(Path file, CompletableFuture<?> complete) {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int TAIL_LINES = 15;

    /** A full log becomes {@code .log.1}. Each read counts as a block, so a log of short lines is full sooner. */
    private static final int BLOCKS = 20_480;

    private static final int BLOCK_BYTES = 512;

    /** If nothing can be written any more it continues reading: nobody has to wait because of a log. */
    private static final String KEEP = """
            trap '' INT HUP TERM
            umask 077
            LC_ALL=C; export LC_ALL
            while blocks=$(dd bs=%d count=%d 2>&1 >"$1" | sed -n 's/ records in$//p') && [ $((${blocks%%+*} + ${blocks#*+})) -eq %2$d ]; do
              mv -f "$1" "$1.1"
            done
            exec cat >/dev/null
            """.formatted(BLOCK_BYTES, BLOCKS);

    /** The log of a process that was started before, by whichever JVM. */
    static ServerLog found(Path file) {
        return new ServerLog(file, CompletableFuture.completedFuture(null));
    }

    /** Keeps the last log aside, and returns what writes the next one. */
    static ProcessBuilder begin(Path file) throws IOException {
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        WholeFile.writeSecret(file, List.of());
        return new ProcessBuilder("/bin/sh", "-c", KEEP, "log", file.toString())
                .redirectError(Redirect.DISCARD)
                .redirectOutput(Redirect.DISCARD);
    }

    /** A child that the process left behind may still log; nobody waits for that. */
    void await() {
        try {
            complete.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            // Then the log stays incomplete.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its last lines, for somebody who wants to know what went wrong. */
    String tail() {
        await();
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
            String end = String.join("\n  ", last);
            return (DiskSpace.ranOut(end) ? "The disk is full: make room and start it again. " : "") + "The end of "
                    + file + ":\n  " + end;
        } catch (IOException e) {
            return "Its log cannot be read: " + e;
        }
    }
}
