package com.qualitypost.phoenix.ingest.gateway.body;

import com.qualitypost.phoenix.vocabulary.ScanId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A scan's id together with its original spelling, by which the device recognises its scan in the answer. */
public record SentId(String text, UUID id) {
    public static Optional<SentId> read(String text) {
        return ScanId.read(text).map(id -> new SentId(text, id));
    }

    /** Jackson's own deserializer also accepts base64, and 1-1-1-1-1. */
    @JacksonComponent
    static final class Reader extends StdDeserializer<SentId> {
        Reader() {
            super(SentId.class);
        }

        @Override
        public SentId deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return (SentId) context.handleUnexpectedToken(context.constructType(SentId.class), json);
            }
            String text = json.getString();
            return read(text).orElseGet(() ->
                    (SentId) context.handleWeirdStringValue(handledType(), text, "not a canonical UUID"));
        }
    }
}
