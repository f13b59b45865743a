package com.qualitypost.phoenix.projections.tracking;

import com.qualitypost.phoenix.tables.Timeline.Line;
import com.qualitypost.phoenix.tables.Timeline.Place;
import com.qualitypost.phoenix.vocabulary.TimeZones;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line of the timeline, and on which clock its time is given. */
record Event(Line line) {
    private static final long LAST_MS = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();
    private static final int MAX_OFFSET_MINUTES = 18 * 60;

    /** Those that say what happened, and when, within the years in which a time can be written. */
    static List<Event> possible(List<Line> lines) {
        return lines.stream().filter(Event::isPossible).map(Event::new).toList();
    }

    private static boolean isPossible(Line line) {
        return line.id() != null
                && line.kind() != null
                && line.at() >= 0
                && line.at() < LAST_MS
                && line.offsetMinutes() >= -MAX_OFFSET_MINUTES
                && line.offsetMinutes() <= MAX_OFFSET_MINUTES;
    }

    /** The time in the place's time zone; if that is unknown, in the reporter's. */
    OffsetDateTime localTime() {
        return Instant.ofEpochMilli(line.at())
                .atZone(zone().orElseGet(this::offset))
                .toOffsetDateTime();
    }

    /** The reporter's offset; empty for {@code Z}, which does not tell the place's (RFC 9557). */
    Optional<ZoneId> toldOffset() {
        return Optional.<ZoneId>of(offset()).filter(offset -> !offset.equals(ZoneOffset.UTC));
    }

    private ZoneOffset offset() {
        return ZoneOffset.ofTotalSeconds(line.offsetMinutes() * 60);
    }

    Optional<ZoneId> zone() {
        @Nullable Place place = line.place();
        return place == null ? Optional.empty() : TimeZones.of(place.city(), place.postcode(), place.country());
    }
}
