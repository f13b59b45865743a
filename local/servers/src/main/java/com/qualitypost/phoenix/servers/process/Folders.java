package com.qualitypost.phoenix.servers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Copies and removes whole folders. */
public final class Folders {
    private static final Pattern PID = Pattern.compile("[0-9]{1,18}");

    private Folders() {}

    public static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Copying " + from, e);
        }
    }

    public static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Removing " + folder, e);
        }
    }

    /**
     * Fills a folder under another name and then renames it: whoever sees it sees all of it, whenever we are killed.
     * Leftovers of earlier attempts are removed first.
     */
    public static void make(Path folder, Consumer<Path> filling) {
        removeLeftovers(folder);
        Path fresh = ownSibling(folder);
        remove(fresh);
        try {
            Files.createDirectories(folder.resolveSibling(""));
            filling.accept(fresh);
            Files.move(fresh, folder);
        } catch (IOException e) {
            if (!Files.exists(folder)) { // otherwise another process was faster
                throw new UncheckedIOException("Making " + folder, e);
            }
        } finally {
            remove(fresh);
        }
    }

    /** Removes a folder so that nobody ever sees a part of it. */
    public static void discard(Path folder) {
        removeLeftovers(folder);
        if (!Files.exists(folder)) {
            return;
        }
        Path gone = ownSibling(folder);
        remove(gone);
        try {
            Files.move(folder, gone);
        } catch (IOException e) {
            throw new UncheckedIOException("Removing " + folder, e);
        }
        remove(gone);
    }

    /** Removes what killed processes left beside a folder when they made or discarded it. */
    public static void removeLeftovers(Path folder) {
        String name = folder.getFileName() + ".";
        for (Path other : siblings(folder)) {
            String suffix = other.getFileName().toString();
            if (suffix.startsWith(name) && isOfTheDead(suffix.substring(name.length()))) {
                try {
                    remove(other);
                } catch (UncheckedIOException _) {
                    // A child of the killed process may still be writing into it: it is removed the next time.
                }
            }
        }
    }

    private static Path ownSibling(Path folder) {
        return folder.resolveSibling(
                folder.getFileName() + "." + ProcessHandle.current().pid());
    }

    private static List<Path> siblings(Path folder) {
        Path parent = folder.resolveSibling("");
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(parent)) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfTheDead(String pid) {
        return PID.matcher(pid).matches()
                && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }
}
