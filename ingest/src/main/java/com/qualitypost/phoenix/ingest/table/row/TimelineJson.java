package com.qualitypost.phoenix.ingest.table.row;

import com.qualitypost.phoenix.schemas.Place;
import com.qualitypost.phoenix.schemas.TimelineEntry;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the timeline as JSON for the column {@code shipment.timeline}; the migration describes the format. */
final class TimelineJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private TimelineJson() {}

    static String of(List<TimelineEntry> timeline) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            timeline.forEach(entry -> write(json, entry));
            json.writeEndArray();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, TimelineEntry entry) {
        json.writeStartObject();
        json.writeStringProperty("id", entry.getScanId().toString());
        json.writeStringProperty("kind", entry.getKind());
        text(json, "status", entry.getStatus());
        json.writeBooleanProperty("moved", entry.getMoved());
        json.writeNumberProperty("at", entry.getOccurredAt().toEpochMilli());
        json.writeNumberProperty("offset_minutes", entry.getOffsetMinutes());
        json.writeStringProperty("time_quality", entry.getTimeQuality().name());
        place(json, "place", entry.getPlace());
        place(json, "next_place", entry.getNextPlace());
        text(json, "reason", entry.getReason());
        text(json, "note", entry.getNote());
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, String name, @Nullable Place place) {
        if (place == null) {
            return;
        }
        json.writeObjectPropertyStart(name);
        text(json, "code", place.getCode());
        text(json, "name", place.getName());
        text(json, "city", place.getCity());
        text(json, "postcode", place.getPostcode());
        text(json, "country", place.getCountry());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}
