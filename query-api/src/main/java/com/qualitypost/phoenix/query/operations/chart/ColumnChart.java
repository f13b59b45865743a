package com.qualitypost.phoenix.query.operations.chart;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Columns side by side, each of one part or of several, one upon the other.
 *
 * @param <T> what a column is about
 */
public record ColumnChart<T>(List<Tick> ticks, List<Column<T>> columns) {
    /** Left of the columns, for the numbers of the scale. */
    private static final double LEFT = 11;

    /** Below this the names of the columns stand, above the other what is written over a column. */
    private static final double BOTTOM = 86;

    private static final double TOP = 10;

    /** Of the room of a column. */
    private static final double WIDTH = 0.72;

    /** A number of the scale, and its line. */
    public record Tick(long value, double y) {
        /** In as few characters as the language has for it. */
        public String text(Locale language) {
            NumberFormat format = NumberFormat.getCompactNumberInstance(language, NumberFormat.Style.SHORT);
            format.setMaximumFractionDigits(1);
            return format.format(value);
        }
    }

    /** Empty parts are left out. */
    public record Part(Series series, double y, double height) {}

    /**
     * One column.
     *
     * @param top where it ends
     * @param mark where the number lies that it is compared with; null if there is none
     */
    public record Column<T>(
            T about,
            double x,
            double width,
            double top,
            List<Part> parts,
            @Nullable Double mark) {
        public double middle() {
            return x + width / 2;
        }

        public double right() {
            return x + width;
        }
    }

    /** How much of what. */
    public record Amount(Series series, long number) {}

    /** What a column shows, from the bottom up. */
    public record Amounts<T>(
            T about, List<Amount> amounts, @Nullable Long comparedWith) {
        long sum() {
            return amounts.stream().mapToLong(Amount::number).sum();
        }

        private long most() {
            return comparedWith == null ? sum() : Math.max(sum(), comparedWith);
        }
    }

    public static <T> ColumnChart<T> of(List<Amounts<T>> columns) {
        Scale scale = Scale.upTo(columns.stream().mapToLong(Amounts::most).max().orElse(0));
        double room = (100 - LEFT) / Math.max(1, columns.size());
        return new ColumnChart<>(
                scale.ticks().stream()
                        .map(value -> new Tick(value, y(scale, value)))
                        .toList(),
                IntStream.range(0, columns.size())
                        .mapToObj(i -> column(columns.get(i), LEFT + room * (i + (1 - WIDTH) / 2), room * WIDTH, scale))
                        .toList());
    }

    private static <T> Column<T> column(Amounts<T> amounts, double x, double width, Scale scale) {
        List<Part> parts = new ArrayList<>();
        long below = 0;
        for (Amount amount : amounts.amounts()) {
            if (amount.number() > 0) {
                double top = y(scale, below + amount.number());
                parts.add(new Part(amount.series(), top, y(scale, below) - top));
                below += amount.number();
            }
        }
        Long other = amounts.comparedWith();
        return new Column<>(amounts.about(), x, width, y(scale, below), parts, other == null ? null : y(scale, other));
    }

    private static double y(Scale scale, long value) {
        return BOTTOM - scale.share(value) * (BOTTOM - TOP) / 100;
    }
}
