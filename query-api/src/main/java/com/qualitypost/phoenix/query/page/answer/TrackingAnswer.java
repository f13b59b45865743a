package com.qualitypost.phoenix.query.page.answer;

import com.qualitypost.phoenix.vocabulary.PlainText;
import com.qualitypost.phoenix.vocabulary.Status;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The stored answer as far as the page shows it; of places only city and country are read. */
public record TrackingAnswer(
        boolean stale,
        String trackingNumber,
        @Nullable String status,
        @Nullable String statusText,
        @Nullable String reasonText,
        boolean actionRequired,
        @Nullable Place destination,
        @Nullable Window promised,
        List<Event> events) {
    private static final String REPORTER = "reporter";

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    public TrackingAnswer(
            boolean stale,
            String trackingNumber,
            @Nullable String status,
            @Nullable String statusText,
            @Nullable String reasonText,
            boolean actionRequired,
            @Nullable Place destination,
            @Nullable Window promised,
            @Nullable List<Event> events) {
        this.stale = stale;
        this.trackingNumber = trackingNumber;
        this.status = status;
        this.statusText = statusText;
        this.reasonText = reasonText;
        this.actionRequired = actionRequired;
        this.destination = destination;
        this.promised = promised;
        this.events = events == null ? List.of() : List.copyOf(events);
    }

    /** One line of the timeline, in the time zone of its place. */
    public record Event(
            @Nullable String id,
            @Nullable String status,
            @Nullable String text,
            OffsetDateTime occurredAt,
            @Nullable String clock,
            @Nullable String timeQuality,
            @Nullable Place place,
            @Nullable Place nextPlace,
            @Nullable String reasonText,
            @Nullable String noteText) {
        public boolean isRoughlyThen() {
            return "UNSYNCED".equals(timeQuality);
        }

        public boolean isOnReportersClock() {
            return REPORTER.equals(clock);
        }
    }

    /** What a stranger may see of a place, whatever was reported as its name. */
    public record Place(@Nullable String city, @Nullable String country) {
        public Place(@Nullable String city, @Nullable String country) {
            this.city = shown(city);
            this.country = shown(country);
        }

        private static @Nullable String shown(@Nullable String text) {
            String shown = text == null ? "" : PlainText.shown(text);
            return shown.isEmpty() ? null : shown;
        }
    }

    /** A time window, in the time zone of the destination. */
    public record Window(
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until,
            @Nullable String clock) {
        public boolean isOnReportersClock() {
            return REPORTER.equals(clock);
        }
    }

    public static TrackingAnswer read(byte[] body) {
        return JSON.readValue(body, TrackingAnswer.class);
    }

    /** Empty if only facts without a status exist, or if the status is newer than this version. */
    public Optional<Status> knownStatus() {
        return Arrays.stream(Status.values())
                .filter(known -> known.name().equals(status))
                .findFirst();
    }

    public Optional<Event> latest() {
        return events.stream().findFirst();
    }
}
