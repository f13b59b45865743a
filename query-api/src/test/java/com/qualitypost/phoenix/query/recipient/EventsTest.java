package com.qualitypost.phoenix.query.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.recipient.Details.Event;
import com.qualitypost.phoenix.tables.PackedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventsTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            "city":"Tijuana","country":"MX"  | 2026-11-26T19:15:00.000-08:00 | -
            "postcode":"22000"               | 2026-11-26T19:15:00.000-08:00 | -
            "city":"Macondo","country":"MX"  | 2026-11-26T21:15:00.000-06:00 | reporter
            "city":"Tijuana","country":"CO"  | 2026-11-26T21:15:00.000-06:00 | reporter""")
    void anEventIsOnTheClockOfItsPlaceElseOnTheReportersWhichIsSaid(String place, String time, @Nullable String clock) {
        String timeline = """
                [{"id":"1","kind":"DELIVERED","at":1795749300000,"offset_minutes":-360,"place":{%s}}]
                """.formatted(place);

        Event event =
                Events.of("PQ473124829MX", PackedText.of(timeline).bytes()).getFirst();

        assertThat(event.occurredAt()).isEqualTo(time);
        assertThat(event.clock()).isEqualTo(clock);
    }
}
