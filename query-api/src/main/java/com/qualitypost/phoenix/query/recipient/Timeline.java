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
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads the column {@code shipment.timeline}, as the rules wrote it. */
final class Timeline {
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
            ZoneId zone = Optional.ofNullable(place)
                    .flatMap(where -> TimeZones.of(where.city(), where.postcode(), where.country()))
                    .orElseGet(() -> ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
            return new Event(id, kind, RFC_3339.format(Instant.ofEpochMilli(at).atZone(zone)), place, nextPlace);
        }
    }

    /** Newest first. */
    static List<Event> read(String timeline) {
        return Stream.of(JSON.readValue(timeline, Line[].class))
                .map(Line::event)
                .toList()
                .reversed();
    }
}
