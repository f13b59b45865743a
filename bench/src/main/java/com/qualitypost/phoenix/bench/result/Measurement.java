package com.qualitypost.phoenix.bench.result;

import java.util.List;

/**
 * What a yardstick has found.
 *
 * @param findings what was wrong with the answers; empty if they were right
 */
public record Measurement(List<ResultRow> rows, List<Curve> curves, List<String> findings) {
    public static Measurement of(List<ResultRow> rows, List<String> findings) {
        return new Measurement(rows, List.of(), findings);
    }
}
