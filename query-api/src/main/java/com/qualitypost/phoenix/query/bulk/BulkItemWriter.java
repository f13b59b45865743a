package com.qualitypost.phoenix.query.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.qualitypost.phoenix.query.tracking.BulkQueries.Current;
import com.qualitypost.phoenix.query.tracking.BulkQueries.Many;
import com.qualitypost.phoenix.vocabulary.NumberCheck;
import com.qualitypost.phoenix.vocabulary.NumberCheck.Standard;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** Writes the result for each number, around the stored bytes of those that were found. */
final class BulkItemWriter {
    private static final byte[] END = {'}'};

    private final OutputStream out;

    BulkItemWriter(OutputStream out) {
        this.out = out;
    }

    /** {@code found} is null if no node answers. */
    void write(RequestedNumber asked, @Nullable Many found) throws IOException {
        switch (asked.reading()) {
            case Reading.Malformed _ -> item(asked, "invalid", ",\"code\":\"malformed_number\"");
            case Reading.WrongCheckDigit(String _, int expected) ->
                item(asked, "invalid", ",\"code\":\"wrong_check_digit\"" + expectedDigit(expected));
            case Reading.Valid(TrackingNumber number) -> valid(asked, number, found);
        }
    }

    private void valid(RequestedNumber asked, TrackingNumber number, @Nullable Many found) throws IOException {
        if (found == null) {
            item(asked, "unavailable", ",\"code\":\"database_unavailable\"");
            return;
        }
        Current answer = found.of(number);
        if (answer == null) {
            item(asked, "not_found", ",\"code\":\"unknown_number\"" + hint(number));
            return;
        }
        text(begin(asked, "found") + ",\"revision\":" + answer.version().revision() + ",\"tracking\":");
        out.write(answer.body());
        out.write(END);
    }

    private void item(RequestedNumber asked, String result, String members) throws IOException {
        text(begin(asked, result) + members + "}");
    }

    private static String begin(RequestedNumber asked, String result) {
        var number = new StringBuilder();
        JsonStringEncoder.getInstance().quoteAsString(asked.entered(), number);
        return "{\"number\":\"" + number + "\",\"result\":\"" + result + '"';
    }

    /** A foreign number with a wrong check digit may still be a parcel, so it is looked up first. */
    private static String hint(TrackingNumber number) {
        return switch (number.check()) {
            case NumberCheck.WrongDigit(Standard _, int expected) -> expectedDigit(expected);
            case NumberCheck.UnknownCountry _, NumberCheck.Sound _, NumberCheck.Unchecked _ -> "";
        };
    }

    private static String expectedDigit(int expected) {
        return ",\"expected_check_digit\":" + expected;
    }

    private void text(String json) throws IOException {
        out.write(json.getBytes(UTF_8));
    }
}
