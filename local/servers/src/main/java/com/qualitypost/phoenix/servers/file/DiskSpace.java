package com.qualitypost.phoenix.servers.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks for free disk space before large work, and recognises failures for lack of it. */
public final class DiskSpace {
    private static final int MEGABYTE = 1_000_000;

    /** A full disk, an exhausted quota and a file that may not grow, in the words of Linux, macOS and MySQL. */
    private static final Pattern RAN_OUT = Pattern.compile(
            "No space left on device|[Dd]is[ck] (is )?full|[Qq]uota exceeded|File too large|errno: 28\\b");

    private DiskSpace() {}

    /** The message if there is too little space where this folder is or will be. */
    public static Optional<String> shortage(Path folder, long neededBytes) throws IOException {
        long free = Files.getFileStore(existing(folder)).getUsableSpace();
        return free >= neededBytes
                ? Optional.empty()
                : Optional.of("%,d MB are free for %s, and %,d MB are needed. Make room first."
                        .formatted(free / MEGABYTE, folder, neededBytes / MEGABYTE));
    }

    /** Whether a message, or the end of a log, reports a full disk. */
    public static boolean ranOut(String text) {
        return RAN_OUT.matcher(text).find();
    }

    /** The message of the cause that reports a full disk. */
    public static Optional<String> ranOut(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof IOException && ranOut(message)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    private static Path existing(Path folder) {
        for (@Nullable Path path = folder.toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.exists(path)) {
                return path;
            }
        }
        return folder;
    }
}
