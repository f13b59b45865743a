package com.qualitypost.phoenix.servers.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void putJar() throws IOException {
        jar = Files.createFile(folder.resolve("application.jar"));
    }

    @Test
    void anArchiveIsUsedAgain() throws IOException {
        Path file = archive().file();
        Files.write(file, new byte[100_000]);

        assertThat(archive().options()).contains("-XX:SharedArchiveFile=" + file);
        assertThat(file).exists();
    }

    @Test
    void anArchiveOfJarsWithAnotherDateGivesWay() throws IOException {
        Path old = archive().file();
        Files.write(old, new byte[100_000]);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-11-22T09:00:00Z")));

        assertThat(archive().options()).doesNotContain("-XX:SharedArchiveFile=" + old);
        assertThat(old).doesNotExist();
    }

    @Test
    void anArchiveThatWasCutOffGivesWay() throws IOException {
        Path file = Files.write(archive().file(), new byte[100]);

        archive().options();

        assertThat(file).doesNotExist();
    }

    private ClassArchive archive() {
        return ClassArchive.in(folder, jar);
    }
}
