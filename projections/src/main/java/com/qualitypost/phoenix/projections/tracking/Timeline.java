package com.qualitypost.phoenix.projections.tracking;

import com.qualitypost.phoenix.vocabulary.TimeZones;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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

    private static final long LAST_MS = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();
    private static final int MAX_OFFSET_MINUTES = 18 * 60;

    private Timeline() {}

    /** One fact that counts. */
    record Line(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String status,
            long at,
            int offsetMinutes,
            @Nullable String timeQuality,
            @Nullable Place place,
            @Nullable Place nextPlace,
            @Nullable String reason,
            @Nullable String note) {

        /** Whether it says what happened, and when, within the years in which a time can be written. */
        boolean isPossible() {
            return id != null
                    && kind != null
                    && at >= 0
                    && at < LAST_MS
                    && offsetMinutes >= -MAX_OFFSET_MINUTES
                    && offsetMinutes <= MAX_OFFSET_MINUTES;
        }

        /** The time in the place's time zone; if that is unknown, in the reporter's. */
        OffsetDateTime localTime() {
            return Instant.ofEpochMilli(at)
                    .atZone(zone().orElseGet(this::offset))
                    .toOffsetDateTime();
        }

        /** The reporter's offset; empty for {@code Z}, which does not tell the place's (RFC 9557). */
        Optional<ZoneId> toldOffset() {
            return Optional.<ZoneId>of(offset()).filter(offset -> !offset.equals(ZoneOffset.UTC));
        }

        private ZoneOffset offset() {
            return ZoneOffset.ofTotalSeconds(offsetMinutes * 60);
        }

        Optional<ZoneId> zone() {
            return place == null ? Optional.empty() : place.zone();
        }
    }

    /** Where something happened: city and country are public, the postcode only serves to find the time zone. */
    record Place(
            @Nullable String city,
            @Nullable String postcode,
            @Nullable String country) {

        Optional<ZoneId> zone() {
            return TimeZones.of(city, postcode, country);
        }
    }

    /** The lines, oldest first. */
    static List<Line> read(String timeline) {
        return List.of(JSON.readValue(timeline, Line[].class));
    }
}
