package com.qualitypost.phoenix.query.http;

import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import com.qualitypost.phoenix.web.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Reads the tracking number in an address, or refuses it and says how to write it. */
public final class TrackingNumberParam {
    private TrackingNumberParam() {}

    public static TrackingNumber read(String entered) {
        return switch (TrackingNumber.read(entered)) {
            case Reading.Valid(TrackingNumber number) -> number;
            case Reading.Malformed _ ->
                throw malformed(
                        "malformed_number",
                        "Not a tracking number",
                        "A tracking number has 8 to 48 letters, digits or single hyphens, and at least one digit. Copy it as printed on the label.");
            case Reading.WrongCheckDigit(String value, int expected) ->
                throw malformed(
                                "wrong_check_digit",
                                "Mistyped tracking number",
                                "The check digit of %s (the last one before MX) should be %d: one of its digits is mistyped. Compare the number with the label."
                                        .formatted(value, expected))
                        .with("expected_check_digit", expected);
        };
    }

    private static ProblemException malformed(String code, String title, String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, code, title, detail);
    }
}
