package com.qualitypost.phoenix.local.replay;

import com.qualitypost.phoenix.local.client.Scan;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** What the columns of a kind of file mean. */
sealed interface Columns permits OwnColumns, PostalColumns, UpuColumns {
    /** The ones it cannot do without. */
    Set<String> needed();

    Scan scan(CSVRecord row) throws BadRowException;

    /** The row's value in an optional column; empty where there is none. */
    static String optional(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column).strip() : "";
    }

    static String value(CSVRecord row, String column) throws BadRowException {
        String value = optional(row, column);
        if (value.isEmpty()) {
            throw new BadRowException(column + " is empty: fill it in.");
        }
        return value;
    }
}
