package com.qualitypost.phoenix.query.shipments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A parcel in the list.
 *
 * @param references JSON from the database
 * @param position its sort value in the order of the page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
record Item(
        String trackingNumber,
        @JsonRawValue @Nullable String references,
        String status,
        @Nullable Instant statusSince,
        @Nullable String reason,
        boolean actionRequired,
        boolean stale,
        boolean late,
        @Nullable String service,
        @Nullable Destination destination,
        @Nullable Instant promisedUntil,
        Instant created,
        Instant updated,
        Links links,
        @JsonIgnore ListCursor position) {
    /** The destination. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Destination(@Nullable String city, @Nullable String country) {}

    /** Links to more about the parcel. */
    record Links(String tracking) {}
}
