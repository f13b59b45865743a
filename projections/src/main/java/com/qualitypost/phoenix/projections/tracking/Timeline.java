package com.qualitypost.phoenix.projections.tracking;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads the column {@code shipment.timeline}. */
final class Timeline {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Timeline() {}

    /** One fact that counts. */
    record Line(
            String id,
            String kind,
            @Nullable String status,
            long at,
            int offsetMinutes,
            @Nullable String timeQuality,
            @Nullable Place place,
            @Nullable Place nextPlace,
            @Nullable String reason,
            @Nullable String note) {

        /** The time on the clock of the place. */
        OffsetDateTime localTime() {
            return Instant.ofEpochMilli(at).atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
        }
    }

    /** Where something happened, as far as the public sees it: nothing finer is read. */
    record Place(@Nullable String city, @Nullable String country) {}

    /** The lines, oldest first. */
    static List<Line> read(String timeline) {
        return List.of(JSON.readValue(timeline, Line[].class));
    }
}
