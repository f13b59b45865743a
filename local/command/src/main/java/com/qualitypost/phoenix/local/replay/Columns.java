package com.qualitypost.phoenix.local.replay;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.util.Set;

/** What the columns of a kind of file mean. */
sealed interface Columns permits OwnColumns, PostalColumns, UpuColumns {
    /** The ones it cannot do without. */
    Set<String> needed();

    Scan scan(Row row) throws BadRowException;

    /** One of ours that is mistyped goes on: the gateway says what is wrong, and counts it. */
    static String number(Row row, String column) throws BadRowException {
        return switch (TrackingNumber.read(row.needed(column))) {
            case Reading.Valid(TrackingNumber number) -> number.value();
            case Reading.WrongCheckDigit(String number, int _) -> number;
            case Reading.Malformed(String entered) ->
                throw new BadRowException(
                        "%s '%s' is no tracking number of 8 to %d letters, digits and single hyphens%s."
                                .formatted(column, entered, TrackingNumber.LONGEST, rounded(entered)));
        };
    }

    private static String rounded(String entered) {
        return entered.contains("E+")
                ? ": the spreadsheet has rounded it; make the column text there, and export again"
                : "";
    }
}
