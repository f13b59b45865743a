package com.qualitypost.phoenix.servers.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Records which process works on a folder: its id and its start time, because ids are reused. */
public final class PidFile {
    /** The system derives a start time from the clock, which may have been adjusted a little since. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final String UNKNOWN = "unknown";

    private final Path file;

    public PidFile(Path file) {
        this.file = file;
    }

    public void write(ProcessHandle process) throws IOException {
        String start = process.info().startInstant().map(Instant::toString).orElse(UNKNOWN);
        WholeFile.write(file, List.of(Long.toString(process.pid()), start));
    }

    /** The process, if it is still running. */
    public Optional<ProcessHandle> read() {
        if (!exists()) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() < 2
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0)))
                            .filter(ProcessHandle::isAlive)
                            .filter(process -> startedAt(process, lines.get(1)));
        } catch (NumberFormatException | DateTimeParseException _) {
            return Optional.empty(); // Not ours.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean exists() {
        return Files.exists(file);
    }

    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    private static boolean startedAt(ProcessHandle process, String start) {
        Optional<Instant> now = process.info().startInstant();
        return now.isEmpty()
                ? start.equals(UNKNOWN)
                : !start.equals(UNKNOWN)
                        && Duration.between(now.get(), Instant.parse(start))
                                        .abs()
                                        .compareTo(TOLERANCE)
                                < 0;
    }
}
