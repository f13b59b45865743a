package com.qualitypost.phoenix.ingest.gateway.body;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads times as the contract requires: text with an offset and a four-digit year. A bare number would not say whose
 * clock it is.
 */
@JacksonComponent
class Rfc3339 extends StdDeserializer<OffsetDateTime> {
    private static final int LAST_YEAR = 9999;

    Rfc3339() {
        super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return (OffsetDateTime) context.handleUnexpectedToken(context.constructType(OffsetDateTime.class), json);
        }
        String text = json.getString();
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                return time;
            }
        } catch (DateTimeException e) {
            // Reported below, in the contract's words.
        }
        return (OffsetDateTime) context.handleWeirdStringValue(handledType(), text, "not RFC 3339 with an offset");
    }
}
