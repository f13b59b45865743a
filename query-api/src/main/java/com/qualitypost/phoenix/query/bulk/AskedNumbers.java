package com.qualitypost.phoenix.query.bulk;

import com.qualitypost.phoenix.query.problem.Refusal;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of a call, or refuses it with a word on how to write it. */
@Component
class AskedNumbers {
    static final int LIMIT = 1_000;

    private static final String EXAMPLE = "Send {\"numbers\": [\"PQ473124829MX\", ...]}.";

    private final JsonMapper json;

    AskedNumbers(JsonMapper json) {
        this.json = json;
    }

    List<Asked> read(InputStream body) {
        List<Asked> numbers =
                numbers(tree(body)).stream().map(AskedNumbers::asked).toList();
        if (numbers.isEmpty()) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "no_numbers", "No numbers", "'numbers' is empty. " + EXAMPLE);
        }
        if (numbers.size() > LIMIT) {
            throw new Refusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too_many_numbers",
                    "Too many numbers",
                    "A call takes up to %d numbers, and these are %d: ask in several calls."
                            .formatted(LIMIT, numbers.size()));
        }
        return numbers;
    }

    private JsonNode tree(InputStream body) {
        try {
            return json.readTree(body);
        } catch (JacksonException _) {
            throw malformed("The body is not JSON, or a field stands in it twice. ");
        }
    }

    private static List<JsonNode> numbers(JsonNode body) {
        JsonNode numbers = body.path("numbers");
        if (!numbers.isArray()) {
            throw malformed("The body has no list 'numbers'. ");
        }
        return numbers.values().stream().toList();
    }

    private static Asked asked(JsonNode number) {
        if (!number.isString()) {
            throw malformed("Every one of 'numbers' is a text. ");
        }
        return Asked.of(number.stringValue());
    }

    private static Refusal malformed(String what) {
        return new Refusal(HttpStatus.BAD_REQUEST, "malformed_numbers", "Not a list of numbers", what + EXAMPLE);
    }
}
