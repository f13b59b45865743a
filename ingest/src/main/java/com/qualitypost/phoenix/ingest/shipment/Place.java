package com.qualitypost.phoenix.ingest.shipment;

import com.qualitypost.phoenix.vocabulary.TimeZones;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place, at most as precise as a postcode. */
public record Place(
        @Nullable String code,
        @Nullable String name,
        @Nullable String city,
        @Nullable String postcode,
        @Nullable String country) {
    /** Its time zone, if known. */
    Optional<ZoneId> zone() {
        return TimeZones.of(city, postcode, country);
    }
}
