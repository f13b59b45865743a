package com.qualitypost.phoenix.bench.result;

import java.util.List;

/**
 * What a yardstick has found.
 *
 * @param findings what was wrong with the answers; empty if they were right
 */
public record Outcome(List<Row> rows, List<Curve> curves, List<String> findings) {
    public static Outcome of(List<Row> rows, List<String> findings) {
        return new Outcome(rows, List.of(), findings);
    }
}
