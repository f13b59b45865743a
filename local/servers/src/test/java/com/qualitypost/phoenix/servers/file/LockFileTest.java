package com.qualitypost.phoenix.servers.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
    @TempDir
    Path folder;

    @Test
    void oneAtATimeHasItAndIsNamed() throws IOException {
        Path file = folder.resolve("new/turn.lock");
        try (LockFile _ = LockFile.tryTake(file).orElseThrow()) {
            assertThat(LockFile.tryTake(file)).isEmpty();
            assertThat(LockFile.holder(file))
                    .isEqualTo(Long.toString(ProcessHandle.current().pid()));
        }
        Optional<LockFile> next = LockFile.tryTake(file);
        assertThat(next).isPresent();
        next.get().close();
    }
}
