package com.qualitypost.phoenix.tables;

import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The column {@code shipment.timeline}: the facts of a parcel that count, oldest first, as a packed JSON array of
 * {@link Line}s. Absent values are left out.
 */
public final class Timeline {
    private static final JsonFactory WRITING = new JsonFactory();

    private static final JsonMapper READING = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Timeline() {}

    /**
     * One fact that counts.
     *
     * @param id of the scan that reported it
     * @param kind what happened
     * @param status that this kind leads to, whether or not it moved the parcel; null for kinds without one
     * @param moved whether the parcel took this status here
     * @param at the corrected time, epoch milliseconds UTC
     * @param offsetMinutes of the reporter's clock, east of UTC
     * @param timeQuality how far the time can be trusted
     * @param note {@code found}, {@code shipped_after_cancel} or {@code corrected}
     */
    public record Line(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String status,
            boolean moved,
            long at,
            int offsetMinutes,
            @Nullable String timeQuality,
            @Nullable Place place,
            @Nullable Place nextPlace,
            @Nullable String reason,
            @Nullable String note) {}

    /** Where something happened; a place without a code is a street. */
    public record Place(
            @Nullable String code,
            @Nullable String name,
            @Nullable String city,
            @Nullable String postcode,
            @Nullable String country) {}

    /** Fails with a {@link RuntimeException} if the column is damaged; its values may be impossible ones. */
    public static List<Line> read(PackedText column) {
        return List.of(READING.readValue(column.text(), Line[].class));
    }

    public static PackedText write(List<Line> lines) {
        var text = new StringWriter();
        try (JsonGenerator json = WRITING.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            lines.forEach(line -> write(json, line));
            json.writeEndArray();
        }
        return PackedText.of(text.toString());
    }

    private static void write(JsonGenerator json, Line line) {
        json.writeStartObject();
        text(json, "id", line.id);
        text(json, "kind", line.kind);
        text(json, "status", line.status);
        json.writeBooleanProperty("moved", line.moved);
        json.writeNumberProperty("at", line.at);
        json.writeNumberProperty("offset_minutes", line.offsetMinutes);
        text(json, "time_quality", line.timeQuality);
        place(json, "place", line.place);
        place(json, "next_place", line.nextPlace);
        text(json, "reason", line.reason);
        text(json, "note", line.note);
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, String name, @Nullable Place place) {
        if (place == null) {
            return;
        }
        json.writeObjectPropertyStart(name);
        text(json, "code", place.code);
        text(json, "name", place.name);
        text(json, "city", place.city);
        text(json, "postcode", place.postcode);
        text(json, "country", place.country);
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}
