package com.qualitypost.phoenix.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {
    private final Holidays holidays = new Holidays();

    @ParameterizedTest
    @CsvSource({
        "2026-11-14, MX, true", // a Saturday
        "2026-11-15, MX, false", // a Sunday
        "2026-11-16, MX, false", // Revolution Day, kept on the third Monday
        "2026-11-16, , false", // an unknown destination is taken to be at home
        "2026-11-16, US, true",
        "2026-11-26, US, false", // Thanksgiving
        "2026-11-26, MX, true",
        "2026-10-12, MX, true", // observed, but not a day off
        "2026-12-25, ZZ, true", // a country without a calendar
    })
    void parcelsAreDeliveredOnThisDay(LocalDate day, String country, boolean working) {
        assertThat(holidays.isWorking(day, country)).isEqualTo(working);
    }
}
