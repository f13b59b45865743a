package com.qualitypost.phoenix.query.operations;

import java.util.List;

/**
 * The first rows of a table on the overview.
 *
 * @param isCut there are more
 */
record Top<T>(List<T> rows, boolean isCut) {
    static final int LENGTH = 100;

    /** Takes one row more than is shown, to know whether there are more. */
    static <T> Top<T> of(List<T> rows) {
        return rows.size() > LENGTH ? new Top<>(rows.subList(0, LENGTH), true) : new Top<>(rows, false);
    }
}
