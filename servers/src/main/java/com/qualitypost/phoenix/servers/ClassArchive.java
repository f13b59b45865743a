package com.qualitypost.phoenix.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file with the classes that a JVM has loaded, with which the next one on the same class path starts with about half
 * of the work.
 */
public record ClassArchive(Path file) {
    /** Less than this is not even a header: the JVM, killed while it wrote, would never write another one. */
    private static final long LEAST_BYTES = 4096;

    /** The JVM writes the archive when it exits normally, and replaces it when it no longer matches the class path. */
    public List<String> options() {
        removeIfCutOff();
        return List.of(
                "-Xshare:auto",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + file,
                // A mismatch is harmless, and not worth a warning.
                "-Xlog:cds*=off",
                "-Xlog:aot*=off");
    }

    private void removeIfCutOff() {
        try {
            if (Files.exists(file) && Files.size(file) < LEAST_BYTES) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
