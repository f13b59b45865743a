package com.qualitypost.phoenix.bench.result;

import com.qualitypost.phoenix.bench.result.Curve.Line;
import com.qualitypost.phoenix.bench.result.Curve.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Draws a curve as SVG: both axes from the smallest to the largest value, the lower one logarithmic if it spans much. */
final class Plot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 80;
    private static final int RIGHT = 20;
    private static final int TOP = 50;
    private static final int BOTTOM = 60;
    private static final int STEPS = 4;
    private static final double MUCH = 20;
    private static final int MOST_LABELS = 8;
    private static final List<String> COLOURS = List.of("#1f5fa8", "#b8430e", "#3c7a2c", "#7a3c8a", "#555555");

    private final Curve curve;
    private final boolean logarithmic;
    private final double leastX;
    private final double mostX;
    private final double mostY;

    private Plot(Curve curve) {
        this.curve = curve;
        this.leastX = extreme(Point::x, false);
        this.mostX = extreme(Point::x, true);
        this.mostY = Math.max(extreme(Point::y, true), Double.MIN_NORMAL);
        this.logarithmic = leastX > 0 && mostX / leastX > MUCH;
    }

    /** Its lines. */
    static List<String> svg(Curve curve) {
        return new Plot(curve).draw();
    }

    private List<String> draw() {
        List<String> svg = new ArrayList<>();
        svg.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">"
                        .formatted(WIDTH, HEIGHT));
        svg.add("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        svg.add(text(LEFT, 20, "start", curve.title()));
        svg.add(text((WIDTH + LEFT) / 2.0, HEIGHT - 12, "middle", curve.across()));
        svg.add(text(LEFT, 38, "start", curve.up()));
        for (int step = 0; step <= STEPS; step++) {
            double y = mostY * step / STEPS;
            svg.add("<line x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%3$s\" stroke=\"#dddddd\"/>"
                    .formatted(LEFT, WIDTH - RIGHT, at(y(y))));
            svg.add(text(LEFT - 8, y(y) + 4, "end", Figures.of(y)));
        }
        marks().forEach(x -> svg.add(text(x(x), HEIGHT - BOTTOM + 20, "middle", Figures.of(x))));
        for (int i = 0; i < curve.lines().size(); i++) {
            svg.addAll(line(curve.lines().get(i), COLOURS.get(i % COLOURS.size()), i));
        }
        svg.add("</svg>");
        return svg;
    }

    private List<String> line(Line line, String colour, int index) {
        List<String> svg = new ArrayList<>();
        StringBuilder points = new StringBuilder();
        line.points()
                .forEach(point -> points.append(at(x(point.x())))
                        .append(',')
                        .append(at(y(point.y())))
                        .append(' '));
        svg.add("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>"
                .formatted(colour, points.toString().strip()));
        line.points()
                .forEach(point -> svg.add("<circle r=\"3\" cx=\"%s\" cy=\"%s\" fill=\"%s\"/>"
                        .formatted(at(x(point.x())), at(y(point.y())), colour)));
        svg.add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"%s\">%s</text>"
                .formatted(WIDTH - RIGHT, 20 + 15 * index, colour, escaped(line.name())));
        return svg;
    }

    /** Where there are points, but not so many that their labels touch. */
    private List<Double> marks() {
        List<Double> all = curve.lines().stream()
                .flatMap(line -> line.points().stream())
                .map(Point::x)
                .distinct()
                .sorted()
                .toList();
        int step = Math.ceilDiv(all.size(), MOST_LABELS);
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    private double x(double value) {
        double share = mostX == leastX ? 0.5 : (scaled(value) - scaled(leastX)) / (scaled(mostX) - scaled(leastX));
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double scaled(double x) {
        return logarithmic ? Math.log(x) : x;
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / mostY * (HEIGHT - TOP - BOTTOM);
    }

    private double extreme(ToDoubleFunction<Point> of, boolean largest) {
        var values = curve.lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(of)
                .summaryStatistics();
        return largest ? values.getMax() : values.getMin();
    }

    private static String text(double x, double y, String anchor, String words) {
        return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>".formatted(at(x), at(y), anchor, escaped(words));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
