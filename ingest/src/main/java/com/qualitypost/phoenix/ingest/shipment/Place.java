package com.qualitypost.phoenix.ingest.shipment;

import com.qualitypost.phoenix.vocabulary.TimeZones;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where something happened, at most as fine as a postcode. */
public record Place(
        @Nullable String code,
        @Nullable String name,
        @Nullable String city,
        @Nullable String postcode,
        @Nullable String country) {

    /** Which clock it goes by, if that can be told. */
    Optional<ZoneId> zone() {
        return TimeZones.of(city, postcode, country);
    }
}
