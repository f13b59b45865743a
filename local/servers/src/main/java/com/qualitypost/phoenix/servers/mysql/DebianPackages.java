package com.qualitypost.phoenix.servers.mysql;

import com.qualitypost.phoenix.servers.process.Resources;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Debian packages to unpack into a folder, which then contains the file {@code probe}. The suite is one of Debian's, or
 * {@link #OWN}. The work is done by {@code fetch-debian.sh}, which explains more.
 */
public record DebianPackages(String suite, Path folder, String probe, List<String> names) {
    /** The sources of this machine's apt; such programs run with this machine's C library. */
    public static final String OWN = "own";

    private static final int NOT_HERE = 3;
    private static final int KEPT_LINES = 10;

    /** The result of fetching. */
    public sealed interface Outcome {
        /** The folder contains all of it. */
        record Unpacked() implements Outcome {}

        /** This machine has no apt, or its sources lack these packages. */
        record NotHere(String why) implements Outcome {}

        /** It may succeed another time. */
        record Failed(String why) implements Outcome {}
    }

    /** Does nothing if the probe already exists. Reports its progress line by line. */
    public Outcome fetch(Consumer<String> progress) {
        Deque<String> last = new ArrayDeque<>();
        try {
            Process bash =
                    new ProcessBuilder(command()).redirectErrorStream(true).start();
            // From standard input, because in a jar the script is not a file.
            try (Writer script = new OutputStreamWriter(bash.getOutputStream(), StandardCharsets.UTF_8)) {
                script.write(Resources.text("fetch-debian.sh"));
            }
            try (BufferedReader lines = bash.inputReader()) {
                lines.lines().forEach(line -> {
                    progress.accept(line);
                    last.add(line);
                    if (last.size() > KEPT_LINES) {
                        last.remove();
                    }
                });
            }
            String said = String.join("\n  ", last);
            return switch (bash.waitFor()) {
                case 0 -> new Outcome.Unpacked();
                case NOT_HERE -> new Outcome.NotHere(said);
                default -> new Outcome.Failed(said);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("Fetching " + names, e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted("Interrupted while fetching " + names, e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of("bash", "-s", suite, folder.toString(), probe));
        command.addAll(names);
        return command;
    }
}
