package com.qualitypost.phoenix.servers.process;

import com.qualitypost.phoenix.servers.file.Unchecked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file with the classes that a JVM has loaded, which halves the work of the next start on the same class path. */
public record ClassArchive(Path file) {
    /** Less than this is not even a header: a JVM that was killed while writing would never write another one. */
    private static final long LEAST_BYTES = 4096;

    /**
     * The archive in this folder for these jars. Its name contains their date: a JVM that finds an archive of jars with
     * another date, because they were copied, uses none and never replaces it.
     *
     * @param jars one of the class path, or their folder
     */
    public static ClassArchive in(Path folder, Path jars) {
        return Unchecked.get(() -> {
            long date = Files.getLastModifiedTime(jars).toMillis();
            return new ClassArchive(folder.resolve("classes-%x.jsa".formatted(date)));
        });
    }

    /** The JVM writes the archive when it exits normally, and a new one when its own version has changed. */
    public List<String> options() {
        removeUseless();
        return List.of(
                "-Xshare:auto",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + file,
                // A mismatch is harmless, and not worth a warning.
                "-Xlog:cds*=off",
                "-Xlog:aot*=off");
    }

    private void removeUseless() {
        try (DirectoryStream<Path> archives =
                Files.newDirectoryStream(file.toAbsolutePath().getParent(), "classes*.jsa")) {
            for (Path archive : archives) {
                if (!archive.getFileName().equals(file.getFileName()) || Files.size(archive) < LEAST_BYTES) {
                    Files.deleteIfExists(archive);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
