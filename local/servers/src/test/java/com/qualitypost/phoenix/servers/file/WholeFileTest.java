package com.qualitypost.phoenix.servers.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void whatATryThatWasKilledLeftIsNoObstacle() throws IOException {
        Path file = folder.resolve("passwords");
        Files.writeString(folder.resolve("passwords.new"), "half a li");

        WholeFile.writeSecret(file, List.of("root=1"));

        assertThat(file).hasContent("root=1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aFileThatCannotBeWrittenAnewStaysAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("ports"), "100");
        Files.createDirectories(folder.resolve("ports.new/in-the-way"));

        assertThatThrownBy(() -> WholeFile.write(file, List.of("200"))).isInstanceOf(IOException.class);

        assertThat(file).hasContent("100");
    }
}
