package com.qualitypost.phoenix.query.page.view;

import com.qualitypost.phoenix.query.page.answer.TrackingAnswer.Event;
import com.qualitypost.phoenix.query.page.answer.TrackingAnswer.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Words days and times as people do, in the time zone of a place. */
final class DateTexts {
    private final Messages texts;
    private final DateTimeFormatter days;
    private final DateTimeFormatter times;
    private final Instant now;

    DateTexts(Messages texts, Instant now) {
        this.texts = texts;
        this.now = now;
        days = DateTimeFormatter.ofPattern(texts.of("pattern.day"), texts.locale());
        times = DateTimeFormatter.ofPattern(texts.of("pattern.time"), texts.locale());
    }

    /** The day, and whether that is today, as seen from the zone. */
    String day(LocalDate day, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        String name = days.format(day);
        if (day.equals(today)) {
            return texts.of("day.today", name);
        }
        if (day.equals(today.plusDays(1))) {
            return texts.of("day.tomorrow", name);
        }
        return day.equals(today.minusDays(1)) ? texts.of("day.yesterday", name) : name;
    }

    String time(LocalTime time) {
        return times.format(time);
    }

    String moment(Event event) {
        OffsetDateTime at = event.occurredAt();
        String moment = texts.of("moment", dayOf(at), time(at.toLocalTime()));
        return event.isOnReportersClock() ? texts.of("with_offset", moment, utc(at)) : moment;
    }

    /** Both ends if both are known, otherwise the one that is. */
    String window(Window window) {
        OffsetDateTime from = window.from();
        OffsetDateTime until = window.until();
        String ends = ends(from, until);
        OffsetDateTime one = from == null ? until : from;
        return one != null && window.isOnReportersClock() ? texts.of("with_offset", ends, utc(one)) : ends;
    }

    private String ends(@Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {
        if (until == null) {
            return from == null ? "" : texts.of("window.from", dayOf(from));
        }
        if (from == null) {
            return texts.of("window.until", dayOf(until));
        }
        return from.toLocalDate().equals(until.toLocalDate())
                ? texts.of("window.one_day", dayOf(from), time(from.toLocalTime()), time(until.toLocalTime()))
                : texts.of("window.days", dayOf(from), dayOf(until));
    }

    /** Added where it is not the place's time. */
    String utc(OffsetDateTime time) {
        return time.getOffset().equals(ZoneOffset.UTC) ? "UTC" : "UTC" + time.getOffset();
    }

    private String dayOf(OffsetDateTime time) {
        return day(time.toLocalDate(), time.getOffset());
    }
}
