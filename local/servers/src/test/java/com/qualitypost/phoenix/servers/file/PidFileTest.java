package com.qualitypost.phoenix.servers.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {
    private final ProcessHandle us = ProcessHandle.current();

    @TempDir
    Path folder;

    @Test
    void theProcessIsFoundAgain() throws IOException {
        PidFile file = new PidFile(folder.resolve("us.pid"));
        file.write(us);

        assertThat(file.read()).contains(us);
    }

    @Test
    void anotherProgramThatGotTheSameIdIsNotMeant() throws IOException {
        assertThat(startedLater(Duration.ofMinutes(-1)).read()).isEmpty();
    }

    @Test
    void aClockThatWasSetALittleChangesNothing() throws IOException {
        assertThat(startedLater(Duration.ofSeconds(1)).read()).contains(us);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "12\n", "1x\n2026-11-22T00:00:00Z\n", "1\nyesterday\n"})
    void aTornFileNamesNobody(String text) throws IOException {
        assertThat(new PidFile(Files.writeString(folder.resolve("torn.pid"), text)).read())
                .isEmpty();
    }

    private PidFile startedLater(Duration by) throws IOException {
        Instant start = us.info().startInstant().orElseThrow().plus(by);
        Path file = folder.resolve("other.pid");
        Files.write(file, List.of(Long.toString(us.pid()), start.toString()));
        return new PidFile(file);
    }
}
