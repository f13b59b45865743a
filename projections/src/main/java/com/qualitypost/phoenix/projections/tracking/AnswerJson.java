package com.qualitypost.phoenix.projections.tracking;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the JSON of answers: absent values are left out, times are RFC 3339 with milliseconds. */
final class AnswerJson {
    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final int USUAL_BYTES = 2_048;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    private final JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes);

    /** The answer begins with the flag, so that a reader can change it without parsing. */
    void begin() {
        json.writeStartObject();
        json.writeBooleanProperty("stale", false);
    }

    byte[] end() {
        json.writeEndObject();
        json.close();
        return bytes.toByteArray();
    }

    void text(String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    void flag(String name, boolean value) {
        json.writeBooleanProperty(name, value);
    }

    void time(String name, @Nullable Instant value) {
        time(name, value, ZoneOffset.UTC);
    }

    void time(String name, @Nullable Instant value, ZoneId zone) {
        if (value != null) {
            time(name, value.atZone(zone).toOffsetDateTime());
        }
    }

    void time(String name, OffsetDateTime value) {
        json.writeStringProperty(name, RFC_3339.format(value));
    }

    void object(String name, Runnable content) {
        json.writeName(name);
        element(content);
    }

    void array(String name, Runnable content) {
        json.writeArrayPropertyStart(name);
        content.run();
        json.writeEndArray();
    }

    void element(Runnable content) {
        json.writeStartObject();
        content.run();
        json.writeEndObject();
    }
}
