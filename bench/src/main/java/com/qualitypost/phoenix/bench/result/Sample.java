package com.qualitypost.phoenix.bench.result;

import java.util.List;

/** Several measurements of the same: their median and their range. */
public record Sample(double median, double low, double high) {
    /** Of at least one value. */
    public static Sample of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Sample(median, sorted.getFirst(), sorted.getLast());
    }

    public static Sample of(double value) {
        return new Sample(value, value, value);
    }
}
