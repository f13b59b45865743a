package com.qualitypost.phoenix.servers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.servers.file.Unchecked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir
    Path parent;

    private Path data;

    @BeforeEach
    void name() {
        data = parent.resolve("data");
    }

    @Test
    void aFolderIsSeenOnlyWhenItIsWhole() {
        Folders.make(data, fresh -> {
            assertThat(data).doesNotExist();
            write(fresh.resolve("table"));
        });

        assertThat(data.resolve("table")).exists();
        assertThat(parent).isDirectoryNotContaining("glob:**data.*");
    }

    @Test
    void whatCannotBeMadeLeavesNothing() {
        assertThatThrownBy(() -> Folders.make(data, fresh -> {
                    write(fresh.resolve("table"));
                    throw new UncheckedIOException(new IOException("No space left on device"));
                }))
                .hasMessageContaining("No space left");

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatAProcessThatWasKilledLeftGoesAndWhatOneIsAtStays() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path left =
                write(parent.resolve("data." + ended.pid()).resolve("table")).getParent();
        Process atWork = new ProcessBuilder("sleep", "60").start();
        Path worked = write(parent.resolve("data." + atWork.pid()).resolve("table"));
        Path other = write(parent.resolve("data.copy").resolve("table"));
        try {
            Folders.removeLeftovers(data);
        } finally {
            atWork.destroy();
        }

        assertThat(left).doesNotExist();
        assertThat(worked).exists();
        assertThat(other).exists();
    }

    @Test
    void whatIsDiscardedIsGone() {
        write(data.resolve("table"));

        Folders.discard(data);
        Folders.discard(data);

        assertThat(parent).isEmptyDirectory();
    }

    private static Path write(Path file) {
        return Unchecked.get(() -> {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, "rows");
        });
    }
}
