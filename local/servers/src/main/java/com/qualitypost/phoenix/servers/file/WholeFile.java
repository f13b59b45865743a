package com.qualitypost.phoenix.servers.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** Writes a small file beside itself and renames it: whoever sees it sees all of it, whenever we are killed. */
public final class WholeFile {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private WholeFile() {}

    public static void write(Path file, List<String> lines) throws IOException {
        replace(file, lines);
    }

    /** Only its owner may read it. */
    public static void writeSecret(Path file, List<String> lines) throws IOException {
        replace(file, lines, OWNER_ONLY);
    }

    private static void replace(Path file, List<String> lines, FileAttribute<?>... attributes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh); // Left over from an attempt that was killed.
        Files.createFile(fresh, attributes);
        Files.write(fresh, lines);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
