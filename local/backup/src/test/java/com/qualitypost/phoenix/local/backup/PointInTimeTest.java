package com.qualitypost.phoenix.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class PointInTimeTest {
    private final PointInTime.Reader reader = new PointInTime.Reader();

    @Test
    void aTimeIsWrittenWithItsOffset() {
        assertThat(reader.convert("2026-11-22T12:30:00.5-06:00"))
                .isEqualTo(new PointInTime(Instant.parse("2026-11-22T18:30:00.500Z")));
        assertThat(reader.convert("latest")).isEqualTo(PointInTime.LATEST);
    }

    @Test
    void anythingElseIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> reader.convert("yesterday"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("Write it with its offset");
        assertThatThrownBy(() -> reader.convert("2126-11-22T12:30:00Z"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("is in the future");
    }
}
