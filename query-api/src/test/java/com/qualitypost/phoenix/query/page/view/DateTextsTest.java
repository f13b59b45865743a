package com.qualitypost.phoenix.query.page.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.page.PageConfiguration;
import com.qualitypost.phoenix.query.page.answer.TrackingAnswer.Event;
import com.qualitypost.phoenix.query.page.answer.TrackingAnswer.Window;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DateTextsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    private final DateTexts spanish = in(Locale.of("es", "MX"));
    private final DateTexts english = in(Locale.ENGLISH);

    @Test
    void aDayIsThatOfThePlace() {
        OffsetDateTime lateInTijuana = OffsetDateTime.parse("2026-11-21T23:30:00-08:00");

        assertThat(spanish.moment(at(lateInTijuana, null))).isEqualTo("ayer, sábado 21 de noviembre, 23:30");
        assertThat(english.moment(at(lateInTijuana, null))).isEqualTo("yesterday, Saturday, 21 November, 23:30");
    }

    @Test
    void aClockThatIsNotThePlacesIsNamed() {
        assertThat(english.moment(at(OffsetDateTime.parse("2026-11-21T23:30:00-08:00"), "reporter")))
                .isEqualTo("yesterday, Saturday, 21 November, 23:30 (UTC-08:00)");
        assertThat(spanish.window(new Window(OffsetDateTime.parse("2026-11-25T14:00:00Z"), null, "reporter")))
                .isEqualTo("miércoles 25 de noviembre o después (UTC)");
    }

    private static Event at(OffsetDateTime time, @Nullable String clock) {
        return new Event(null, null, null, time, clock, null, null, null, null, null);
    }

    @Test
    void aWindowIsSaidOnTheClockOfItsPlace() {
        assertThat(spanish.window(window("2026-11-23T09:00:00-05:00", "2026-11-23T14:00:00-05:00")))
                .isEqualTo("mañana, lunes 23 de noviembre, entre las 09:00 y las 14:00");
        assertThat(english.window(window("2026-11-22T09:00:00-05:00", "2026-11-24T14:00:00-05:00")))
                .isEqualTo("between today, Sunday, 22 November and Tuesday, 24 November");
    }

    @Test
    void anOpenWindowIsSaidAsOne() {
        assertThat(english.window(window(null, "2026-11-24T23:30:00-05:00"))).isEqualTo("by Tuesday, 24 November");
        assertThat(spanish.window(window("2026-11-25T09:00:00-05:00", null)))
                .isEqualTo("miércoles 25 de noviembre o después");
    }

    private static Window window(@Nullable String from, @Nullable String until) {
        return new Window(
                from == null ? null : OffsetDateTime.parse(from),
                until == null ? null : OffsetDateTime.parse(until),
                null);
    }

    private static DateTexts in(Locale locale) {
        return new DateTexts(new Messages(PageConfiguration.messageSource(), locale), NOW);
    }
}
