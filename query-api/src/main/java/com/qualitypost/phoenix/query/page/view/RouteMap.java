package com.qualitypost.phoenix.query.page.view;

import com.qualitypost.phoenix.query.page.view.Outline.Point;
import com.qualitypost.phoenix.query.page.view.ProgressBar.Mark;
import com.qualitypost.phoenix.query.page.view.Route.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The route drawn over the outline of the country, cropped to where the parcel travels. */
record RouteMap(Frame frame, List<Leg> legs, List<Dot> dots) {
    private static final double BEND = 0.14;

    /** A place, with its name if there is room for it. */
    record Dot(Point at, Mark mark, String name) {}

    /** The path from one place to the next. */
    record Leg(String path, boolean isAhead) {}

    /** The part of the drawing that is shown. */
    record Frame(double left, double top, double width, double height) {
        private static final double SMALLEST = 70;
        private static final double MARGIN = 1.45;
        private static final double FORMAT = 0.75;

        static Frame around(List<Point> points) {
            double left = points.stream().mapToDouble(Point::x).min().orElseThrow();
            double right = points.stream().mapToDouble(Point::x).max().orElseThrow();
            double top = points.stream().mapToDouble(Point::y).min().orElseThrow();
            double bottom = points.stream().mapToDouble(Point::y).max().orElseThrow();
            double width = Math.max(SMALLEST, MARGIN * Math.max(right - left, (bottom - top) / FORMAT));
            double height = width * FORMAT;
            return new Frame((left + right - width) / 2, (top + bottom - height) / 2, width, height);
        }

        public String viewBox() {
            return String.format(Locale.ROOT, "%.1f %.1f %.1f %.1f", left, top, width, height);
        }

        /** Names start at the side that has room for them. */
        public String anchor(Point point) {
            double share = (point.x() - left) / width;
            return share < 0.3 ? "start" : share > 0.7 ? "end" : "middle";
        }
    }

    /** Empty if no place is known. */
    public static Optional<RouteMap> of(Route route) {
        List<Dot> dots = route.stops().stream().flatMap(RouteMap::dot).toList();
        if (dots.isEmpty()) {
            return Optional.empty();
        }
        List<Leg> legs = new ArrayList<>();
        for (int i = 1; i < dots.size(); i++) {
            Dot to = dots.get(i);
            legs.add(new Leg(arc(dots.get(i - 1).at(), to.at()), to.mark() == Mark.AHEAD));
        }
        return Optional.of(new RouteMap(Frame.around(dots.stream().map(Dot::at).toList()), legs, dots));
    }

    private static Stream<Dot> dot(Stop stop) {
        String name = stop.place().city();
        return Cities.at(stop.place()).stream()
                .map(city -> new Dot(Outline.of(city), stop.mark(), name == null ? "" : name));
    }

    /** Slightly curved, so that there and back are two lines. */
    private static String arc(Point from, Point to) {
        Point bend = new Point(
                (from.x() + to.x()) / 2 + BEND * (to.y() - from.y()),
                (from.y() + to.y()) / 2 - BEND * (to.x() - from.x()));
        return "M" + from + "Q" + bend + " " + to;
    }

    public String mexico() {
        return Outline.MEXICO;
    }

    public String around() {
        return Outline.AROUND;
    }
}
