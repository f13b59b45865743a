package com.qualitypost.phoenix.query.bulk;

import com.qualitypost.phoenix.web.problem.ProblemException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of a call, or refuses it and says how to write it. */
@Component
class RequestedNumbers {
    static final int LIMIT = 1_000;

    private static final String EXAMPLE = "Send {\"numbers\": [\"PQ473124829MX\", ...]}.";

    private final JsonMapper json;

    RequestedNumbers(JsonMapper json) {
        this.json = json;
    }

    List<RequestedNumber> read(InputStream body) {
        Given given = given(body);
        if (given.count == 0) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "no_numbers", "No numbers", "'numbers' is empty. " + EXAMPLE);
        }
        if (given.count > LIMIT) {
            throw new ProblemException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too_many_numbers",
                    "Too many numbers",
                    "A call takes up to %d numbers, but this one has %d: split it into several calls."
                            .formatted(LIMIT, given.count));
        }
        return given.numbers;
    }

    /** If there are too many the first are kept and all are counted. */
    private static final class Given {
        private final List<RequestedNumber> numbers = new ArrayList<>();
        private int count;

        private void add(String number) {
            count++;
            if (count <= LIMIT) {
                numbers.add(RequestedNumber.of(number));
            }
        }
    }

    /** Reads them one by one: a JSON tree would take many times the body's bytes. */
    private Given given(InputStream body) {
        try (JsonParser parser = json.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("The body is not a JSON object. ");
            }
            Given given = null;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isNumbers = "numbers".equals(parser.currentName());
                JsonToken value = parser.nextToken();
                if (isNumbers && value == JsonToken.START_ARRAY) {
                    given = numbers(parser);
                } else {
                    parser.skipChildren();
                }
            }
            if (given == null) {
                throw malformed("The body has no list named 'numbers'. ");
            }
            if (parser.nextToken() != null) {
                throw malformed("There is something after the JSON object. ");
            }
            return given;
        } catch (JacksonException _) {
            throw malformed("The body is not valid JSON, or a field is given twice. ");
        }
    }

    private static Given numbers(JsonParser parser) {
        Given given = new Given();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw malformed("Every entry of 'numbers' has to be text. ");
            }
            given.add(parser.getString());
        }
        return given;
    }

    private static ProblemException malformed(String what) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "malformed_numbers", "Not a list of numbers", what + EXAMPLE);
    }
}
