package com.qualitypost.phoenix.local.replay;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.util.Set;

/** The meaning of the columns of a kind of file. */
sealed interface Columns permits OwnColumns, PostalColumns, UpuColumns {
    /** The required columns. */
    Set<String> needed();

    Scan scan(Row row) throws BadRowException;

    /** A mistyped number of ours is sent anyway: the gateway says what is wrong, and counts it. */
    static String number(Row row, String column) throws BadRowException {
        return switch (TrackingNumber.read(row.needed(column))) {
            case Reading.Valid(TrackingNumber number) -> number.value();
            case Reading.WrongCheckDigit(String number, int _) -> number;
            case Reading.Malformed(String entered) ->
                throw new BadRowException(
                        "%s '%s' is not a tracking number of 8 to %d letters, digits and single hyphens%s."
                                .formatted(column, entered, TrackingNumber.LONGEST, rounded(entered)));
        };
    }

    private static String rounded(String entered) {
        return entered.contains("E+")
                ? ": the spreadsheet has rounded it; format the column as text there, and export again"
                : "";
    }
}
