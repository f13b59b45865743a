package com.qualitypost.phoenix.bench.result;

import java.util.List;

/**
 * How a cost grows.
 *
 * @param name of its file, and of its row in the results
 * @param across what grows
 * @param up what it costs, and in which unit
 */
public record Curve(String name, String title, String across, String up, List<Line> lines) {
    /** One line of it. */
    public record Line(String name, List<Point> points) {}

    /** A measured point. */
    public record Point(double x, double y) {}
}
