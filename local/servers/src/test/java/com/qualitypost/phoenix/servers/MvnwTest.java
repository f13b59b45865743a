package com.qualitypost.phoenix.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.servers.process.PhoenixFolders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that installs Maven where there is none. */
class MvnwTest {
    private static final List<String> TOOLS = List.of(
            "bash", "cut", "dirname", "mkdir", "mktemp", "mv", "readlink", "rm", "sed", "sha512sum", "shasum", "tar");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsNotTheMavenThatWasAskedForIsNotUnpacked() throws Exception {
        Path path = Files.createDirectory(folder.resolve("path"));
        for (String tool : TOOLS) {
            Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                    .map(place -> Path.of(place, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .ifPresent(found -> link(path.resolve(tool), found));
        }
        Path curl = Files.writeString(path.resolve("curl"), """
                #!/bin/sh
                while [ "$1" != -o ]; do shift; done
                echo 'something else' > "$2"
                """);
        assertThat(curl.toFile().setExecutable(true)).isTrue();
        Path maven = folder.resolve("m2");

        var mvnw = new ProcessBuilder(
                        path.resolve("bash").toString(),
                        PhoenixFolders.repository().resolve("mvnw").toString())
                .redirectErrorStream(true);
        mvnw.environment().put("PATH", path.toString());
        mvnw.environment().put("MAVEN_USER_HOME", maven.toString());
        mvnw.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = mvnw.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isOne();
        assertThat(said).contains("its SHA-512 is another one. Install Maven 3.8 or newer");
        assertThat(maven.resolve("wrapper")).isEmptyDirectory();
    }

    private static void link(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
