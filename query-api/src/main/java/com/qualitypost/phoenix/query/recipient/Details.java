package com.qualitypost.phoenix.query.recipient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The details of a parcel that the public answer leaves out.
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
     * @param occurredAt RFC 3339, in the time zone of the place
     * @param clock {@code reporter} if the place's zone is unknown and the time is on the reporter's clock
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

    /** Includes the depot's or counter's code and name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            @Nullable String code,
            @Nullable String name,
            @Nullable String city,
            @Nullable String postcode,
            @Nullable String country) {}
}
