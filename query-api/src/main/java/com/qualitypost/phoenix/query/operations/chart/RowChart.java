package com.qualitypost.phoenix.query.operations.chart;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Bars one below the other, each under its name, and a mark for the number that it is compared with.
 *
 * @param <T> what a row is about
 */
public record RowChart<T>(List<Row<T>> rows) {
    public record Row<T>(T about, double width, double mark) {}

    public static <T> RowChart<T> of(List<T> values, ToLongFunction<T> shown, ToLongFunction<T> comparedWith) {
        Scale scale = new Scale(
                1,
                Math.max(
                        1,
                        values.stream()
                                .mapToLong(value -> Math.max(shown.applyAsLong(value), comparedWith.applyAsLong(value)))
                                .max()
                                .orElse(1)));
        return new RowChart<>(values.stream()
                .map(value -> new Row<>(
                        value, scale.share(shown.applyAsLong(value)), scale.share(comparedWith.applyAsLong(value))))
                .toList());
    }
}
