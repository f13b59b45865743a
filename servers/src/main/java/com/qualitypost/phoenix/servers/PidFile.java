package com.qualitypost.phoenix.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which process works on a folder: its id and its start, because ids are used again. */
final class PidFile {
    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) {
        try {
            Files.write(file, List.of(Long.toString(process.pid()), start(process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<ProcessHandle> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() < 2
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0)))
                            .filter(ProcessHandle::isAlive)
                            .filter(process -> start(process).equals(lines.get(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
