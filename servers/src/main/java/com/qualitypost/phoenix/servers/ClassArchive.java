package com.qualitypost.phoenix.servers;

import java.nio.file.Path;
import java.util.List;

/**
 * A file with the classes that a JVM has loaded, with which the next one on the same class path starts with about half
 * of the work.
 */
public record ClassArchive(Path file) {
    /** The JVM writes the archive when it ends in order, and writes it anew when it does not fit any more. */
    public List<String> options() {
        return List.of(
                "-Xshare:auto",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + file,
                // An archive that does not fit is no reason to worry the log.
                "-Xlog:cds*=off",
                "-Xlog:aot*=off");
    }
}
