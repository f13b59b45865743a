package com.qualitypost.phoenix.query.shipments;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Pattern;
import com.qualitypost.phoenix.web.problem.ProblemException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Marks the last row of a page, as text that only we read.
 *
 * @param value of the order's column, as the database writes it
 */
record ListCursor(ListOrder order, String value, String trackingNumber) {
    private static final String BETWEEN = "\n";
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9-]{1,48}");

    String text() {
        String plain = String.join(BETWEEN, order.name(), trackingNumber, value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /** Null for the first page. Refuses anything that we did not write, because the database would fail on it. */
    static @Nullable ListCursor read(@Nullable String text, ListOrder order) {
        if (text == null) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(BETWEEN, 3);
            if (parts.length == 3
                    && parts[0].equals(order.name())
                    && NUMBER.matches(parts[1])
                    && order.isValue(parts[2])) {
                return new ListCursor(order, parts[2], parts[1]);
            }
        } catch (IllegalArgumentException _) {
            // Refused below.
        }
        throw new ProblemException(
                HttpStatus.BAD_REQUEST,
                "malformed_cursor",
                "Not a cursor",
                "'cursor' takes the 'next' of the previous page, with the same filters.");
    }
}
