package com.qualitypost.phoenix.query.operations.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTest {
    private static final LocalDateTime NOON = LocalDateTime.parse("2026-11-30T12:00");

    @ParameterizedTest
    @CsvSource({
        "-360, 2026-11-30T06:00, -06:00",
        "0, 2026-11-30T12:00, +00:00",
        "330, 2026-11-30T17:30, +05:30",
        "5000, 2026-12-03T23:20, +5000 min",
    })
    void aTimeIsGivenByTheReportersClockToo(int offsetMinutes, LocalDateTime local, String offset) {
        Clock clock = new Clock(NOON, offsetMinutes);

        assertThat(clock.local()).isEqualTo(local);
        assertThat(clock.offset()).isEqualTo(offset);
    }

    @Test
    void aClockIsAheadByWhatItShowsMore() {
        assertThat(new Clock(NOON.plusMinutes(3), -360).secondsAfter(new Clock(NOON, -360)))
                .isEqualTo(180);
    }
}
