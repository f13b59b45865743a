package com.qualitypost.phoenix.query.recipient;

import com.qualitypost.phoenix.query.recipient.Details.Event;
import com.qualitypost.phoenix.query.recipient.Details.Place;
import com.qualitypost.phoenix.tables.PackedText;
import com.qualitypost.phoenix.tables.Timeline;
import com.qualitypost.phoenix.tables.Timeline.Line;
import com.qualitypost.phoenix.vocabulary.TimeZones;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events of a parcel as its recipient may see them. */
final class Events {
    private static final Logger log = LoggerFactory.getLogger(Events.class);
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

    private Events() {}

    /** Newest first; none if they cannot be read, in which case the rest is shown anyway. */
    static List<Event> of(String trackingNumber, byte[] timeline) {
        try {
            return Timeline.read(new PackedText(timeline)).stream()
                    .map(Events::event)
                    .toList()
                    .reversed();
        } catch (RuntimeException e) {
            // Whatever made parsing fail: one damaged row is no reason to answer nothing.
            log.error("The timeline of {} cannot be read and is left out: {}", trackingNumber, e.getMessage());
            return List.of();
        }
    }

    private static Event event(Line line) {
        Optional<ZoneId> there = Optional.ofNullable(line.place())
                .flatMap(where -> TimeZones.of(where.city(), where.postcode(), where.country()));
        ZoneId zone = there.orElseGet(() -> ZoneOffset.ofTotalSeconds(line.offsetMinutes() * 60));
        return new Event(
                Objects.requireNonNull(line.id()),
                Objects.requireNonNull(line.kind()),
                RFC_3339.format(Instant.ofEpochMilli(line.at()).atZone(zone)),
                there.isPresent() ? null : "reporter",
                place(line.place()),
                place(line.nextPlace()));
    }

    private static @Nullable Place place(Timeline.@Nullable Place place) {
        return place == null
                ? null
                : new Place(place.code(), place.name(), place.city(), place.postcode(), place.country());
    }
}
