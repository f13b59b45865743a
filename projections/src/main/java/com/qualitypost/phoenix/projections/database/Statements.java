package com.qualitypost.phoenix.projections.database;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Cuts rows into statements of a few sizes, so that each is prepared once and none is larger than the database accepts.
 */
public final class Statements {
    private static final int[] SIZES = {256, 64, 16, 4, 1};
    private static final long MOST_BYTES = 8 << 20;

    private Statements() {}

    /** For rows that are all short. */
    public static <T> List<List<T>> parts(List<T> rows) {
        return parts(rows, _ -> 0);
    }

    public static <T> List<List<T>> parts(List<T> rows, ToLongFunction<T> bytes) {
        List<List<T>> parts = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            List<T> part = fitting(rows.subList(from, rows.size()), bytes);
            parts.add(part);
            from += part.size();
        }
        return parts;
    }

    /** A single row may be larger. */
    private static <T> List<T> fitting(List<T> rows, ToLongFunction<T> bytes) {
        return IntStream.of(SIZES)
                .filter(size -> size <= rows.size())
                .mapToObj(size -> rows.subList(0, size))
                .filter(part ->
                        part.size() == 1 || part.stream().mapToLong(bytes).sum() <= MOST_BYTES)
                .findFirst()
                .orElseThrow();
    }

    /** {@code (?, ?, ?)}. */
    public static String places(int count) {
        return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }
}
