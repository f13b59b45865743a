package com.qualitypost.phoenix.local.replay;

import com.qualitypost.phoenix.vocabulary.PlainText;
import java.util.Map;
import java.util.TreeMap;

/** The values of a row by column, without blanks of any kind at their ends. */
record Row(Map<String, String> values) {
    /** The original text; empty if there is no such column. */
    String text(String column) {
        return PlainText.trimmed(values.getOrDefault(column, ""));
    }

    /** A code, a time or the like, with variants of the same character unified. */
    String code(String column) {
        return PlainText.of(values.getOrDefault(column, ""));
    }

    String needed(String column) throws BadRowException {
        String code = code(column);
        if (code.isEmpty()) {
            throw new BadRowException(column + " is empty: fill it in.");
        }
        return code;
    }

    /** The non-empty columns with this prefix, by the rest of their names. */
    Map<String, String> beginningWith(String prefix) {
        Map<String, String> found = new TreeMap<>();
        for (String column : values.keySet()) {
            if (column.startsWith(prefix) && !text(column).isEmpty()) {
                found.put(column.substring(prefix.length()), text(column));
            }
        }
        return found;
    }
}
