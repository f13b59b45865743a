package com.qualitypost.phoenix.query.operations;

import java.util.List;
import java.util.stream.Stream;

/**
 * A list that operators open.
 *
 * @param filters what its rows have in common
 * @param sql with columns named after their headings
 */
record ListQuery(Text title, List<Text> filters, String sql, List<Object> values) {
    /** Rows on one page. */
    static final int LENGTH = 100;

    /** A key of the catalogue, with the arguments of its text. */
    record Text(String key, Object... arguments) {}

    /** Reads one row more than is shown, to know whether there is another page. */
    String sqlOfAPage() {
        return sql + " LIMIT ? OFFSET ?";
    }

    List<Object> valuesOfPage(int page) {
        return Stream.concat(values.stream(), Stream.of(LENGTH + 1, (page - 1) * LENGTH))
                .toList();
    }
}
