package com.qualitypost.phoenix.query.recipient;

import com.qualitypost.phoenix.query.recipient.Details.Event;
import com.qualitypost.phoenix.query.recipient.Details.Place;
import com.qualitypost.phoenix.vocabulary.TimeZones;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads the column {@code shipment.timeline} as the rules wrote it. */
final class Timeline {
    private static final Logger log = LoggerFactory.getLogger(Timeline.class);
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Timeline() {}

    record Line(
            String id,
            String kind,
            long at,
            int offsetMinutes,
            @Nullable Place place,
            @Nullable Place nextPlace) {
        Event event() {
            Optional<ZoneId> there = Optional.ofNullable(place)
                    .flatMap(where -> TimeZones.of(where.city(), where.postcode(), where.country()));
            ZoneId zone = there.orElseGet(() -> ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
            String time = RFC_3339.format(Instant.ofEpochMilli(at).atZone(zone));
            return new Event(id, kind, time, there.isPresent() ? null : "reporter", place, nextPlace);
        }
    }

    /** Newest first; none if they cannot be read, in which case the rest is shown anyway. */
    static List<Event> read(String trackingNumber, String timeline) {
        try {
            return Stream.of(JSON.readValue(timeline, Line[].class))
                    .map(Line::event)
                    .toList()
                    .reversed();
        } catch (RuntimeException e) {
            // Whatever made parsing fail: one damaged row is no reason to answer nothing.
            log.error("The timeline of {} cannot be read and is left out: {}", trackingNumber, e.getMessage());
            return List.of();
        }
    }
}
