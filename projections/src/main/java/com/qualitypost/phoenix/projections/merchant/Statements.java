package com.qualitypost.phoenix.projections.merchant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts rows into statements of few sizes, so that those are prepared once. */
final class Statements {
    private static final int[] SIZES = {256, 64, 16, 4, 1};

    private Statements() {}

    static <T> List<List<T>> parts(List<T> rows) {
        List<List<T>> parts = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int left = rows.size() - from;
            int size = IntStream.of(SIZES).filter(s -> s <= left).findFirst().orElseThrow();
            parts.add(rows.subList(from, from + size));
            from += size;
        }
        return parts;
    }

    /** {@code (?, ?, ?)}. */
    static String places(int count) {
        return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }
}
