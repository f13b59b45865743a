package com.qualitypost.phoenix.servers.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of JavaScript programs, {@code src/test/<name>}, with their npm packages; for tests with {@link Need#NODE}.
 */
public final class JavaScript {
    private static final String PACKAGE = "package.json";

    private final Path folder;

    private JavaScript(Path folder) {
        this.folder = folder;
    }

    /** The result of a program. */
    public record Ended(int status, String output, String errors) {
        public String all() {
            return output + errors;
        }
    }

    /** Copies the folder to {@code target/<name>}, and installs its packages there. */
    public static JavaScript install(String name) {
        var programs = new JavaScript(Path.of("target", name));
        programs.copy(Path.of("src", "test", name));
        programs.bringPackages();
        return programs;
    }

    public Ended run(Map<String, String> environment, String... command) {
        try {
            Path errors = folder.resolve("errors.log");
            ProcessBuilder program =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
            program.environment().putAll(environment);
            Process process = program.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output, Files.readString(errors));
        } catch (IOException e) {
            throw new UncheckedIOException("Running " + String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while running " + String.join(" ", command), e);
        }
    }

    /** Once for each package.json: a copy of it, made last, records what npm has installed. */
    private void bringPackages() {
        Path wanted = folder.resolve(PACKAGE);
        Path brought = folder.resolve("node_modules").resolve(PACKAGE);
        try {
            if (Files.exists(brought) && Files.mismatch(wanted, brought) == -1) {
                return;
            }
            boolean locked = Files.exists(folder.resolve("package-lock.json"));
            Ended ended = run(
                    Map.of(),
                    "npm",
                    locked ? "ci" : "install",
                    "--package-lock=" + locked,
                    "--no-audit",
                    "--no-fund",
                    "--ignore-scripts");
            if (ended.status() != 0) {
                throw new AssertionError("npm could not install the packages of " + folder + ":\n" + ended.all());
            }
            Files.copy(wanted, brought, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path source) {
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
