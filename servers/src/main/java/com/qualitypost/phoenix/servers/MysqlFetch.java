package com.qualitypost.phoenix.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Runs {@code fetch-mysql.sh}. */
final class MysqlFetch {
    private static final int KEPT_LINES = 10;

    private MysqlFetch() {}

    static void into(Path folder, Consumer<String> progress) {
        Deque<String> last = new ArrayDeque<>();
        try {
            Process bash = new ProcessBuilder("bash", "-s", folder.toString())
                    .redirectErrorStream(true)
                    .start();
            // From standard input, because in a jar the script is no file.
            try (Writer script = new OutputStreamWriter(bash.getOutputStream(), StandardCharsets.UTF_8)) {
                script.write(Resources.text("fetch-mysql.sh"));
            }
            try (BufferedReader lines = bash.inputReader()) {
                lines.lines().forEach(line -> {
                    progress.accept(line);
                    last.add(line);
                    if (last.size() > KEPT_LINES) {
                        last.remove();
                    }
                });
            }
            if (bash.waitFor() != 0) {
                throw new ServerException("""
                        There is no MySQL %s or newer on this machine (MariaDB does not count), and it could not be fetched:
                          %s
                        Install mysqld (Ubuntu: apt-get install mysql-server-core-8.0; macOS: brew install mysql; \
                        Fedora: dnf install mysql-server), or run Phoenix in containers: docker compose up.""".formatted(MysqlSoftware.FLOOR, String.join("\n  ", last)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Fetching MySQL", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while fetching MySQL", e);
        }
    }
}
