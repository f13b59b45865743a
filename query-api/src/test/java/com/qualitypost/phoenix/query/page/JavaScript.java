package com.qualitypost.phoenix.query.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs what is in {@code src/test/browser} with what npm brings. */
final class JavaScript {
    private static final Path SOURCE = Path.of("src", "test", "browser");
    private static final Path FOLDER = Path.of("target", "browser");
    private static final List<String> CHROMIUM =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private JavaScript() {}

    /** What a program printed, errors too. */
    private record Ended(int status, String output) {}

    /** Tries the application on this port with a browser. */
    static void tries(String program, int port, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("CHROMIUM", assumeBrowser());
        all.put("ORIGIN", "http://127.0.0.1:" + port);
        Ended ended = run(all, "node", "--test", "--test-reporter=spec", program);
        System.out.println(ended.output());
        assertThat(ended.status()).as(ended.output()).isZero();
    }

    /** Leaves the test with a message where Node.js, its packages or a browser cannot be had; returns the browser. */
    private static String assumeBrowser() {
        List<String> found = CHROMIUM.stream()
                .filter(program -> Files.isExecutable(Path.of(program)))
                .toList();
        assumeTrue(!found.isEmpty(), "There is no Chromium in /usr/bin: the pages were tried in no browser.");
        assumeTrue(succeeds("node", "--version"), "Node.js is not on the PATH: the pages were tried in no browser.");
        copySource();
        assumeTrue(
                isInstalled() || succeeds("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"),
                "npm could not bring playwright-core and axe-core: the pages were tried in no browser.");
        return found.getFirst();
    }

    private static Ended run(Map<String, String> environment, String... command) {
        try {
            Files.createDirectories(FOLDER);
            ProcessBuilder program =
                    new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
            program.environment().putAll(environment);
            Process process = program.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted while running " + String.join(" ", command), e);
        }
    }

    private static boolean isInstalled() {
        return Files.isDirectory(FOLDER.resolve("node_modules/playwright-core"))
                && Files.isDirectory(FOLDER.resolve("node_modules/axe-core"));
    }

    private static boolean succeeds(String... command) {
        try {
            return run(Map.of(), command).status() == 0;
        } catch (UncheckedIOException _) {
            return false; // there is no such program
        }
    }

    private static void copySource() {
        try (Stream<Path> files = Files.list(SOURCE)) {
            Files.createDirectories(FOLDER);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
