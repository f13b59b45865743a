package com.qualitypost.phoenix.servers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds command lines, and runs short commands. */
public final class Commands {
    private Commands() {}

    /** A command on the JVM that runs this code. */
    public static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(List.of(arguments));
        return command;
    }

    public static void run(List<String> command) {
        Result result = wait(command);
        if (result.code != 0) {
            throw new ServerException(
                    "Code " + result.code + " from " + String.join(" ", command) + ":\n" + result.text);
        }
    }

    /** Everything it prints, whether or not it succeeds. */
    public static String output(List<String> command) {
        return wait(command).text;
    }

    /** What it prints if it succeeds; empty if it fails or there is no such program. */
    public static Optional<String> attempt(List<String> command) {
        try {
            Result result = wait(command);
            return result.code == 0 ? Optional.of(result.text) : Optional.empty();
        } catch (UncheckedIOException _) {
            return Optional.empty();
        }
    }

    private record Result(int code, String text) {}

    private static Result wait(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted("Interrupted in " + String.join(" ", command), e);
        }
    }
}
