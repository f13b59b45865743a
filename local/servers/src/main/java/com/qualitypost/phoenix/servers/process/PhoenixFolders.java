package com.qualitypost.phoenix.servers.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The folders of Phoenix on this machine: {@code phoenix.home} or {@code PHOENIX_HOME} if set, otherwise
 * {@code .phoenix} in the repository. The build fills the software folder by the same rule.
 */
public final class PhoenixFolders {
    private PhoenixFolders() {}

    public static Path folder() {
        String home = setting("phoenix.home", "PHOENIX_HOME");
        return home != null ? Path.of(home).toAbsolutePath() : repository().resolve(".phoenix");
    }

    /** Can be shared between working copies by {@code phoenix.software} or {@code PHOENIX_SOFTWARE}. */
    public static Path software() {
        String software = setting("phoenix.software", "PHOENIX_SOFTWARE");
        return software != null ? Path.of(software).toAbsolutePath() : folder().resolve("software");
    }

    /** The folder of one component that Maven has unpacked, for example {@code kafka-4.2.1}. */
    public static Path software(String part) {
        Properties versions = new Properties();
        try (InputStream in = Resources.open("software.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path folder = software().resolve(part + "-" + versions.getProperty(part));
        if (!Files.isDirectory(folder)) {
            throw new ServerException(
                    folder + " is missing. The build brings it: ./mvnw process-resources -pl local/servers");
        }
        return folder;
    }

    /** The folder with {@code mvnw} at or above the one in which this process was started. */
    public static Path repository() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new ServerException("No Phoenix repository (a folder with mvnw) at or above " + start
                + ". Run inside it, or set PHOENIX_HOME to the folder to keep Phoenix's data in.");
    }

    private static @Nullable String setting(String property, String variable) {
        String value = System.getProperty(property, System.getenv(variable));
        return value == null || value.isBlank() ? null : value;
    }
}
