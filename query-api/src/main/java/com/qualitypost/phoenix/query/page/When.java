package com.qualitypost.phoenix.query.page;

import com.qualitypost.phoenix.query.page.Parcel.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Says days and times as people do, on the clock of a place. */
final class When {
    private final Texts texts;
    private final DateTimeFormatter days;
    private final DateTimeFormatter times;
    private final Instant now;

    When(Texts texts, Instant now) {
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

    String moment(OffsetDateTime moment) {
        return texts.of("moment", day(moment.toLocalDate(), moment.getOffset()), time(moment.toLocalTime()));
    }

    /** Both ends where both are known, else the one that is. */
    String window(Window window, ZoneId zone) {
        Instant from = window.from();
        Instant until = window.until();
        if (until == null) {
            return from == null ? "" : texts.of("window.from", dayOf(from, zone));
        }
        if (from == null) {
            return texts.of("window.until", dayOf(until, zone));
        }
        ZonedDateTime first = from.atZone(zone);
        ZonedDateTime last = until.atZone(zone);
        return first.toLocalDate().equals(last.toLocalDate())
                ? texts.of("window.one_day", dayOf(from, zone), time(first.toLocalTime()), time(last.toLocalTime()))
                : texts.of("window.days", dayOf(from, zone), dayOf(until, zone));
    }

    private String dayOf(Instant instant, ZoneId zone) {
        return day(LocalDate.ofInstant(instant, zone), zone);
    }
}
