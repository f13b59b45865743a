package com.qualitypost.phoenix.bench.system;

import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Processes of a run that was killed: they go on, or are held, until somebody ends them. */
public final class LeftoverProcesses {
    private static final String ENDING = ".pid";

    private LeftoverProcesses() {}

    /** Kills all that were started in this folder. */
    public static void end(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.find(
                folder, Integer.MAX_VALUE, (file, _) -> file.toString().endsWith(ENDING))) {
            List<Path> found = files.toList();
            for (Path file : found) {
                String name = file.getFileName().toString();
                ServerProcess.find(name.substring(0, name.length() - ENDING.length()), file.resolveSibling(""))
                        .ifPresent(ServerProcess::kill);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Looking for processes in " + folder, e);
        }
    }
}
