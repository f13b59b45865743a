package com.qualitypost.phoenix.query.recipient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What the public answer does not say of a parcel.
 *
 * @param events newest first; each has the id that it has in the public answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record Details(
        String trackingNumber,
        Place destination,
        @Nullable String deliveredTo,
        boolean proofOfDelivery,
        List<Event> events) {

    /**
     * Where exactly something happened.
     *
     * @param occurredAt RFC 3339, on the clock of the place
     * @param clock {@code reporter} where the place's is not known and the time is on the clock of who reported
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonNaming(SnakeCaseStrategy.class)
    public record Event(
            String id,
            String kind,
            String occurredAt,
            @Nullable String clock,
            @Nullable Place place,
            @Nullable Place nextPlace) {}

    /** With the depot's or counter's code and name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            @Nullable String code,
            @Nullable String name,
            @Nullable String city,
            @Nullable String postcode,
            @Nullable String country) {}
}
