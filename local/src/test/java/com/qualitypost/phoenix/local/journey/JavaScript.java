package com.qualitypost.phoenix.local.journey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs the consumer in {@code src/test/js} with what npm brings. */
final class JavaScript {
    private static final Path SOURCE = Path.of("src", "test", "js");
    private static final Path FOLDER = Path.of("target", "js");

    /** Not there after an installation that was cut off. */
    private static final String ALL_IS_THERE = "node_modules/all-is-there";

    private JavaScript() {}

    /** What a program said on its standard output. */
    record Ended(int status, String output, String errors) {}

    /** Leaves the test with a message where Node.js or its packages cannot be had. */
    static void assumeInstalled() {
        assumeTrue(succeeds("node", "--version"), "Node.js is not on the PATH: nothing was tried in JavaScript.");
        copySource();
        assumeTrue(
                Files.exists(FOLDER.resolve(ALL_IS_THERE)) || bringsPackages(),
                "npm could not bring kafkajs and @confluentinc/schemaregistry: nothing was tried in JavaScript.");
    }

    private static boolean bringsPackages() {
        if (!succeeds("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts")) {
            return false;
        }
        try {
            Files.createFile(FOLDER.resolve(ALL_IS_THERE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    static Ended run(String... script) {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(script));
        return execute(command);
    }

    private static boolean succeeds(String... command) {
        try {
            return execute(List.of(command)).status() == 0;
        } catch (UncheckedIOException _) {
            return false; // there is no such program
        }
    }

    private static Ended execute(List<String> command) {
        try {
            Files.createDirectories(FOLDER);
            Path errors = FOLDER.resolve("errors.log");
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectError(errors.toFile())
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output, Files.readString(errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted while running " + command, e);
        }
    }

    private static void copySource() {
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (Path file : files.toList()) {
                Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
