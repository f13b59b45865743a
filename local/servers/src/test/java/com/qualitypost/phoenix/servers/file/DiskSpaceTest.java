package com.qualitypost.phoenix.servers.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskSpaceTest {
    @TempDir
    Path folder;

    @Test
    void tooLittleRoomIsSaidWithWhatIsThereAndWhatIsNeeded() throws IOException {
        Path future = folder.resolve("not/yet/there");

        assertThat(DiskSpace.shortage(future, 1)).isEmpty();
        assertThat(DiskSpace.shortage(future, Long.MAX_VALUE).orElseThrow())
                .matches("[0-9,.]+ MB are free for " + future + ", and [0-9,.]+ MB are needed\\. Make room first\\.");
    }

    static boolean hasFullDevice() {
        return Path.of("/dev/full").toFile().exists();
    }

    @Test
    @EnabledIf(value = "hasFullDevice", disabledReason = "This system has no /dev/full.")
    void aFullDiskIsRecognisedBelowOtherCauses() {
        Throwable failure = null;
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            full.write(1);
        } catch (IOException e) {
            failure = new IllegalStateException(new UncheckedIOException(e));
        }

        assertThat(DiskSpace.ranOut(failure)).contains("No space left on device");
        assertThat(DiskSpace.ranOut(new IOException("Connection refused"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Disk is full writing './binlog.000001' (OS errno 28 - No space left on device). Waiting",
                "java.io.IOException: No space left on device",
                "Error writing file './mysql/x' (OS errno: 28 - No space)",
                "Disk quota exceeded",
                "File too large"
            })
    void theWordsOfServersAreUnderstood(String line) {
        assertThat(DiskSpace.ranOut(line)).isTrue();
    }
}
