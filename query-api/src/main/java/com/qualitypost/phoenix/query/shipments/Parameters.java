package com.qualitypost.phoenix.query.shipments;

import com.google.re2j.Pattern;
import com.qualitypost.phoenix.vocabulary.PlainText;
import com.qualitypost.phoenix.web.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the parameters of a request, or refuses them and says how to write them. */
record Parameters(MultiValueMap<String, String> given) {
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** A mistyped filter must not return the whole list. */
    Parameters onlyOf(Set<String> known) {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw ProblemException.unknownParameter(name, known);
            }
        }
        return this;
    }

    @Nullable
    String text(String name, int longest) {
        String given = once(name);
        String text = given == null ? null : PlainText.trimmed(given);
        if (text != null && (text.isEmpty() || text.length() > longest)) {
            throw malformed(name, "1 to %d characters".formatted(longest));
        }
        return text;
    }

    @Nullable
    String shaped(String name, Pattern shape, String example) {
        String text = once(name);
        if (text != null && !shape.matches(text)) {
            throw malformed(name, "a code such as " + example);
        }
        return text;
    }

    <E extends Enum<E>> @Nullable E one(String name, Class<E> choice) {
        String text = once(name);
        if (text == null) {
            return null;
        }
        List<E> all = Arrays.asList(choice.getEnumConstants());
        return all.stream()
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> malformed(
                        name,
                        "one of "
                                + String.join(", ", all.stream().map(Enum::name).toList())));
    }

    @Nullable
    Boolean flag(String name) {
        String text = once(name);
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw malformed(name, "true or false");
        };
    }

    @Nullable
    Instant time(String name) {
        String text = once(name);
        if (text == null) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (!time.isBefore(FIRST) && !time.isAfter(LAST)) {
                return time;
            }
        } catch (DateTimeException _) {
            // Refused below.
        }
        throw malformed(name, "a time such as 2026-11-23T10:00:00Z (a + in it is written %2B)");
    }

    int count(String name, int preset, int most) {
        String text = once(name);
        if (text == null) {
            return preset;
        }
        if (!COUNT.matches(text) || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw malformed(name, "1 to " + most);
        }
        return Integer.parseInt(text);
    }

    private @Nullable String once(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw ProblemException.malformedParameter(name, "is given more than once. Send it once");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    private static ProblemException malformed(String name, String what) {
        return ProblemException.malformedParameter(name, "takes " + what);
    }
}
