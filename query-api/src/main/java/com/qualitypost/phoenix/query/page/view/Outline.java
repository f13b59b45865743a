package com.qualitypost.phoenix.query.page.view;

import static java.util.stream.Collectors.joining;

import com.qualitypost.phoenix.query.page.view.Cities.City;
import java.util.Locale;
import java.util.stream.Stream;

/** The coast and borders of Mexico and its neighbours, as paths of one drawing. */
final class Outline {
    /** In the middle of the country a degree of longitude is shorter than one of latitude by this factor. */
    private static final double SHORTER = Math.cos(Math.toRadians(23.5));

    private static final double UNITS = 10;

    static final String MEXICO = path("mexico");
    static final String AROUND = path("around");

    private Outline() {}

    /** A point of the drawing; y grows to the south. */
    record Point(double x, double y) {
        double to(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
        }
    }

    static Point of(City city) {
        return point(city.longitude(), city.latitude());
    }

    private static Point point(double longitude, double latitude) {
        return new Point(longitude * SHORTER * UNITS, -latitude * UNITS);
    }

    private static String path(String land) {
        return Resource.lines("page/outline.txt")
                .filter(line -> line.startsWith(land))
                .map(line ->
                        Stream.of(line.split(" ")).skip(1).map(Outline::read).collect(joining(" ", "M", "Z")))
                .collect(joining());
    }

    private static String read(String point) {
        String[] degrees = point.split(",", -1);
        return point(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1]))
                .toString();
    }
}
