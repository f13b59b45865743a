package com.qualitypost.phoenix.ingest.gateway.body;

import com.qualitypost.phoenix.ingest.json.JsonPath;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says what is wrong with JSON in the contract's words; Jackson's own messages name our classes. */
public final class JsonErrors {
    private JsonErrors() {}

    /** One sentence; {@code whole} is what to call the JSON as a whole. */
    public static String sentence(JacksonException e, String whole) {
        if (e instanceof StreamConstraintsException) {
            return whole + " is nested too deeply, or has a number or a name that is too long";
        }
        if (e instanceof StreamReadException read && isRepetition(read)) {
            return "%s is given more than once in %s"
                    .formatted(read.processor() instanceof JsonParser at ? name(at) : "a field", whole);
        }
        if (e instanceof StreamReadException && !(e instanceof InputCoercionException)) {
            return "%s is not valid JSON, see line %d, column %d"
                    .formatted(
                            whole, e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        }
        String field = JsonPath.of(e);
        return (field.isEmpty() ? whole : field) + " must be " + wanted(type(e));
    }

    private static boolean isRepetition(StreamReadException e) {
        return e.getOriginalMessage().startsWith("Duplicate");
    }

    private static String name(JsonParser at) {
        return JsonPath.cut(Objects.requireNonNullElse(at.currentName(), "a field"));
    }

    private static @Nullable Class<?> type(JacksonException e) {
        return switch (e) {
            case MismatchedInputException mismatch -> mismatch.getTargetType();
            case InputCoercionException coercion -> coercion.getTargetType();
            default -> null;
        };
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == SentId.class) {
            return "a UUID, such as 01937c5e-2d10-7a6b-8c56-0242ac120002";
        }
        if (type == OffsetDateTime.class) {
            return "a time with its offset, such as 2026-11-22T09:59:58.120-06:00";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == Long.class || type == long.class) {
            return "a whole number, 0 to " + Long.MAX_VALUE;
        }
        return type == double.class ? "a number" : type != null && type.isEnum() ? wantedOf(type) : "a JSON object";
    }

    private static String wantedOf(Class<?> symbols) {
        return "one of "
                + Arrays.stream(symbols.getEnumConstants())
                        .map(Object::toString)
                        .filter(symbol -> !symbol.equals("UNKNOWN"))
                        .collect(Collectors.joining(", "));
    }
}
