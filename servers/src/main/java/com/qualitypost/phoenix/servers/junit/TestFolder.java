package com.qualitypost.phoenix.servers.junit;

import com.qualitypost.phoenix.servers.Folders;
import com.qualitypost.phoenix.servers.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * This JVM's folder under {@code target/servers}, named by its process id. Data of a JVM that has ended lies there
 * until the next one clears it; a JVM that was killed may have left servers running, and those are killed first.
 */
final class TestFolder {
    private static final Path ALL = Path.of("target", "servers").toAbsolutePath();

    static final Path PATH = create();

    private TestFolder() {}

    private static Path create() {
        try {
            Files.createDirectories(ALL);
            for (Path folder : children(ALL)) {
                if (!isAlive(folder.getFileName().toString())) {
                    killServersIn(folder);
                    Folders.remove(folder);
                }
            }
            Path own = ALL.resolve(Long.toString(ProcessHandle.current().pid()));
            Folders.remove(own);
            return Files.createDirectories(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void killServersIn(Path folder) throws IOException {
        for (Path server : children(folder)) {
            for (Path file : children(server)) {
                String name = file.getFileName().toString();
                if (name.endsWith(".pid")) {
                    ServerProcess.find(name.substring(0, name.length() - ".pid".length()), server)
                            .ifPresent(ServerProcess::kill);
                }
            }
        }
    }

    private static boolean isAlive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }
}
