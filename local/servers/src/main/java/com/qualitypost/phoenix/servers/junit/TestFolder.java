package com.qualitypost.phoenix.servers.junit;

import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.process.Folders;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * This JVM's folder for the data of servers, in memory if there is room: tests of databases would spend most of their
 * time waiting for a disk. It is removed when the JVM ends; the logs stay in {@code target/servers}. A JVM that was
 * killed may have left data and running servers, which the next one ends and removes.
 */
final class TestFolder {
    private static final Path LOGS = Path.of("target", "servers").toAbsolutePath();
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Path MEMORY_INFO = Path.of("/proc/meminfo");
    private static final long ROOM = 6L << 30;

    static final Path PATH = create();

    private TestFolder() {}

    /** For JUnit's {@code @TempDir}. */
    static final class Temporary implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
                throws IOException {
            return Files.createTempDirectory(PATH, "temporary-");
        }
    }

    private static Path create() {
        return Unchecked.get(() -> {
            Path all = hasMemory() ? MEMORY.resolve("phoenix-tests-" + System.getProperty("user.name")) : LOGS;
            Files.createDirectories(all);
            for (Path folder : children(all)) {
                if (!isAlive(folder.getFileName().toString())) {
                    removeLeftOver(folder);
                }
            }
            Path own = Files.createDirectories(
                    all.resolve(Long.toString(ProcessHandle.current().pid())));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(own), "remove-servers"));
            return own;
        });
    }

    private static void removeLeftOver(Path folder) {
        try {
            endServersIn(folder);
            Folders.remove(folder);
        } catch (IOException | UncheckedIOException _) {
            // Another run is removing it too, or a server of the dead one is still writing: the next run removes it.
        }
    }

    /** A file system in memory may have room when the machine has no memory left. */
    private static boolean hasMemory() throws IOException {
        return Files.isWritable(MEMORY)
                && Files.isReadable(MEMORY_INFO)
                && Files.getFileStore(MEMORY).getUsableSpace() > ROOM
                && available() > ROOM;
    }

    private static long available() throws IOException {
        return Files.readAllLines(MEMORY_INFO).stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(0);
    }

    private static boolean isAlive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    private static void remove(Path folder) {
        try {
            endServersIn(folder);
            keepLogs(folder);
            Folders.remove(folder);
        } catch (IOException e) {
            System.err.println("The servers' data stays in " + folder + ": " + e);
        }
    }

    private static void endServersIn(Path folder) throws IOException {
        for (Path file : filesNamed(folder, ".pid")) {
            String name = file.getFileName().toString();
            ServerProcess.find(name.substring(0, name.length() - ".pid".length()), file.resolveSibling(""))
                    .ifPresent(ServerProcess::kill);
        }
    }

    private static void keepLogs(Path folder) throws IOException {
        for (Path log : filesNamed(folder, ".log")) {
            Path kept = LOGS.resolve(folder.getFileName()).resolve(folder.relativize(log));
            if (!kept.equals(log)) {
                Files.createDirectories(kept.resolveSibling(""));
                Files.copy(log, kept, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<Path> filesNamed(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.find(
                folder,
                Integer.MAX_VALUE,
                (file, attributes) ->
                        attributes.isRegularFile() && file.toString().endsWith(ending))) {
            return files.toList();
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }
}
