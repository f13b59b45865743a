package com.qualitypost.phoenix.query.operations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list that operators open.
 *
 * @param filters what its rows have in common
 * @param sql with columns named after their headings
 */
record ListQuery(Text title, List<Text> filters, String sql, Map<String, Object> parameters) {
    /** Rows on one page. */
    static final int LENGTH = 100;

    /** A key of the catalogue, with the arguments of its text. */
    record Text(String key, Object... arguments) {}

    /** Reads one row more than is shown, to know whether there is another page. */
    String sqlOfAPage() {
        return sql + " LIMIT :limit OFFSET :offset";
    }

    Map<String, Object> parametersOfPage(int page) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("limit", LENGTH + 1);
        all.put("offset", (page - 1) * LENGTH);
        return all;
    }
}
