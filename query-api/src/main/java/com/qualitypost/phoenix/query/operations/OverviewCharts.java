package com.qualitypost.phoenix.query.operations;

import com.qualitypost.phoenix.query.operations.ListQuery.Text;
import com.qualitypost.phoenix.query.operations.Overview.Depot;
import com.qualitypost.phoenix.query.operations.Trends.Age;
import com.qualitypost.phoenix.query.operations.Trends.Deliveries;
import com.qualitypost.phoenix.query.operations.chart.ColumnChart;
import com.qualitypost.phoenix.query.operations.chart.ColumnChart.Amount;
import com.qualitypost.phoenix.query.operations.chart.ColumnChart.Amounts;
import com.qualitypost.phoenix.query.operations.chart.RowChart;
import com.qualitypost.phoenix.query.operations.chart.Series;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The overview's numbers as charts; null where there is nothing to draw. */
record OverviewCharts(
        @Nullable Drawn<Hour> facts,
        @Nullable Drawn<Deliveries> deliveries,
        @Nullable Drawn<Stuck> stuck,
        @Nullable Ranked depots) {
    private static final int HOURS = 24;
    private static final int MOST_DEPOTS = 8;

    /** Which hour has its name written below, counted back from the running one. */
    private static final int HOURS_APART = 3;

    /** A chart, and in a sentence what it shows. */
    record Drawn<T>(ColumnChart<T> chart, Text sentence) {}

    /** The depots with the most facts, and in a sentence what they show. */
    record Ranked(RowChart<Depot> chart, Text sentence) {
        /** In rem: as many as the rows need. */
        public double height() {
            return 2.5 * chart.rows().size();
        }
    }

    /**
     * Facts received in one hour.
     *
     * @param ago 0 is the running hour
     */
    record Hour(LocalDateTime from, int ago, long facts, long yesterday) {
        public boolean isRunning() {
            return ago == 0;
        }

        public boolean isNamed() {
            return from.getHour() % HOURS_APART == 0;
        }

        /** Where there is little room. */
        public boolean isNamedAlways() {
            return from.getHour() % (2 * HOURS_APART) == 0;
        }
    }

    /** Parcels of which nothing was heard for so long. */
    record Stuck(Age age, long parcels) {
        public Text name() {
            return age.until == Integer.MAX_VALUE
                    ? new Text("ops.chart.stuck.longer", age.from)
                    : new Text("ops.chart.stuck.days", age.from, age.until);
        }
    }

    static OverviewCharts of(Overview overview) {
        LocalDateTime now = overview.freshness().now();
        return new OverviewCharts(
                facts(overview.trends(), now.truncatedTo(ChronoUnit.HOURS)),
                deliveries(overview.trends(), now.toLocalDate()),
                stuck(overview.trends()),
                depots(overview.depots().rows()));
    }

    private static @Nullable Drawn<Hour> facts(Trends trends, LocalDateTime running) {
        List<Hour> hours = IntStream.rangeClosed(-HOURS, 0)
                .mapToObj(i -> new Hour(
                        running.plusHours(i),
                        -i,
                        trends.facts().getOrDefault(running.plusHours(i), 0L),
                        trends.facts().getOrDefault(running.plusHours(i - 24), 0L)))
                .toList();
        List<Hour> whole = hours.subList(0, HOURS);
        long all = whole.stream().mapToLong(Hour::facts).sum();
        long before = whole.stream().mapToLong(Hour::yesterday).sum();
        if (all + before + hours.getLast().facts() == 0) {
            return null;
        }
        Hour most = whole.stream().max(Comparator.comparingLong(Hour::facts)).orElseThrow();
        return new Drawn<>(
                ColumnChart.of(hours.stream()
                        .map(hour -> new Amounts<>(
                                hour,
                                List.of(new Amount(hour.isRunning() ? Series.RUNNING : Series.COUNTED, hour.facts())),
                                hour.yesterday()))
                        .toList()),
                new Text(
                        "ops.chart.facts.what",
                        all,
                        before,
                        most.facts(),
                        most.from().toLocalTime()));
    }

    private static @Nullable Drawn<Deliveries> deliveries(Trends trends, LocalDate today) {
        List<Deliveries> days = IntStream.range(0, Trends.DAYS)
                .mapToObj(i -> today.minusDays(Trends.DAYS - 1L - i))
                .map(day -> trends.deliveries().stream()
                        .filter(some -> some.day().equals(day))
                        .findFirst()
                        .orElse(Deliveries.none(day)))
                .toList();
        long all = days.stream().mapToLong(Deliveries::all).sum();
        if (all == 0) {
            return null;
        }
        return new Drawn<>(
                ColumnChart.of(days.stream()
                        .map(day -> new Amounts<>(
                                day,
                                List.of(
                                        new Amount(Series.IN_TIME, day.inTime()),
                                        new Amount(Series.LATE, day.late()),
                                        new Amount(Series.UNPROMISED, day.unpromised())),
                                null))
                        .toList()),
                new Text(
                        "ops.chart.deliveries.what",
                        all,
                        days.stream().mapToLong(Deliveries::inTime).sum(),
                        days.stream().mapToLong(Deliveries::late).sum(),
                        days.stream().mapToLong(Deliveries::unpromised).sum()));
    }

    private static @Nullable Drawn<Stuck> stuck(Trends trends) {
        List<Stuck> ages = Stream.of(Age.values())
                .map(age -> new Stuck(age, trends.ages().getOrDefault(age, 0L)))
                .toList();
        long all = ages.stream().mapToLong(Stuck::parcels).sum();
        if (all == 0) {
            return null;
        }
        return new Drawn<>(
                ColumnChart.of(ages.stream()
                        .map(age -> new Amounts<>(
                                age,
                                List.of(new Amount(age.age().from < 3 ? Series.COUNTED : Series.OLD, age.parcels())),
                                null))
                        .toList()),
                new Text(
                        "ops.chart.stuck.what",
                        all,
                        ages.stream()
                                .filter(age -> age.age().from >= 3)
                                .mapToLong(Stuck::parcels)
                                .sum()));
    }

    private static @Nullable Ranked depots(List<Depot> depots) {
        List<Depot> first = depots.stream().limit(MOST_DEPOTS).toList();
        if (first.stream().allMatch(depot -> depot.today() + depot.yesterday() == 0)) {
            return null;
        }
        Depot most = first.getFirst();
        return new Ranked(
                RowChart.of(first, Depot::today, Depot::yesterday),
                new Text("ops.chart.depots.what", most.name(), most.today(), most.yesterday()));
    }
}
