package com.qualitypost.phoenix.query;

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

/** Runs what is in a folder beside these tests with what npm brings. */
public final class JavaScript {
    private static final List<String> CHROMIUM =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Path source;
    private final Path folder;

    /** {@code name} as in {@code src/test/<name>}. */
    public JavaScript(String name) {
        source = Path.of("src", "test", name);
        folder = Path.of("target", name);
    }

    /** What a program printed, errors too. */
    public record Ended(int status, String output) {}

    /** Tries the application on this port with a browser, as a program in {@code src/test/browser} says. */
    public static void tries(String program, int port, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("CHROMIUM", assumeBrowser());
        all.put("ORIGIN", "http://127.0.0.1:" + port);
        var browser = new JavaScript("browser");
        browser.assumeInstalled("playwright-core", "axe-core");
        Ended ended = browser.run(all, "node", "--test", "--test-reporter=spec", program);
        System.out.println(ended.output());
        assertThat(ended.status()).as(ended.output()).isZero();
    }

    private static String assumeBrowser() {
        List<String> found = CHROMIUM.stream()
                .filter(program -> Files.isExecutable(Path.of(program)))
                .toList();
        assumeTrue(!found.isEmpty(), "There is no Chromium in /usr/bin: the pages were tried in no browser.");
        return found.getFirst();
    }

    /** Leaves the test with a message where Node.js or the packages cannot be had. */
    public void assumeInstalled(String... packages) {
        assumeTrue(succeeds("node", "--version"), "Node.js is not on the PATH.");
        copySource();
        assumeTrue(
                areInstalled(packages) || succeeds("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"),
                "npm could not bring " + String.join(", ", packages) + ".");
    }

    public Ended run(Map<String, String> environment, String... command) {
        try {
            Files.createDirectories(folder);
            ProcessBuilder program =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
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

    private boolean areInstalled(String... packages) {
        Path modules = folder.resolve("node_modules");
        // The first is what npm writes last.
        return Files.exists(modules.resolve(".package-lock.json"))
                && Stream.of(packages).allMatch(name -> Files.isDirectory(modules.resolve(name)));
    }

    private boolean succeeds(String... command) {
        try {
            return run(Map.of(), command).status() == 0;
        } catch (UncheckedIOException _) {
            return false; // there is no such program
        }
    }

    private void copySource() {
        try (Stream<Path> files = Files.list(source)) {
            Files.createDirectories(folder);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
