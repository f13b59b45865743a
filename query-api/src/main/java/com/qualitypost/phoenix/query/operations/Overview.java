package com.qualitypost.phoenix.query.operations;

import static java.util.stream.Collectors.groupingBy;

import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import com.qualitypost.phoenix.vocabulary.PlainText;
import com.qualitypost.phoenix.vocabulary.Status;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state of the whole system, without test parcels.
 *
 * @param writer null if it is away
 * @param open parcels that somebody is waiting for
 * @param ended parcels whose way ended within the last day
 * @param stuck depots with parcels that have been silent for a day, the worst first
 * @param depots those with the most recent facts
 * @param received facts of the last 24 hours by what they did; {@code DUPLICATE} are those that did nothing
 */
record Overview(
        Freshness freshness,
        @Nullable Freshness writer,
        List<ByStatus> open,
        List<ByStatus> ended,
        Top<Stuck> stuck,
        Top<Depot> depots,
        Map<String, Count> received,
        List<Refused> quarantine,
        Gaps gaps,
        Trends trends)
        implements HasFreshness {
    /** Parcels of one status or of several. */
    record ByStatus(@Nullable Status status, Stage stage, long all, long atRisk, long late) {
        ByStatus(Status status, long all, long atRisk, long late) {
            this(status, Stage.of(status), all, atRisk, late);
        }

        static ByStatus sum(Stage stage, List<ByStatus> parts) {
            return new ByStatus(
                    null,
                    stage,
                    parts.stream().mapToLong(ByStatus::all).sum(),
                    parts.stream().mapToLong(ByStatus::atRisk).sum(),
                    parts.stream().mapToLong(ByStatus::late).sum());
        }
    }

    /**
     * Parcels that were last seen at a depot, by how long ago that was.
     *
     * @param everywhere silent for a day, at all depots
     */
    record Stuck(String depot, long oneDay, long twoDays, long threeDays, long everywhere) {
        /** The name in a form that is safe to show, whoever reported it. */
        public String name() {
            return PlainText.shown(depot);
        }
    }

    /**
     * Facts received from a depot, compared with the same hours of the day before.
     *
     * @param hour when the last full hour began, UTC
     * @param running in the current hour so far
     */
    record Depot(
            String code,
            LocalDateTime hour,
            long running,
            long lastHour,
            long lastHourYesterday,
            long today,
            long yesterday) {
        private static final int SHORT = 26;

        /** As it may be shown, whoever reported it. */
        public String name() {
            return PlainText.shown(code);
        }

        /** As much of it as a chart has room for. */
        public String shortName() {
            String name = name();
            return name.codePointCount(0, name.length()) <= SHORT
                    ? name
                    : name.substring(0, name.offsetByCodePoints(0, SHORT - 1)) + "…";
        }

        /** In percent; null where there is nothing to compare with. */
        public @Nullable Long change() {
            return yesterday == 0 ? null : Math.round(100.0 * (today - yesterday) / yesterday);
        }
    }

    /** What was refused for one reason. */
    record Refused(String reason, Count count) {}

    /** Device numbers that never arrived. */
    record Gaps(Count devices, Count missing) {}

    /** Each stage, followed by its statuses if it has several. */
    public List<ByStatus> stages() {
        Map<Stage, List<ByStatus>> statuses = open.stream().collect(groupingBy(ByStatus::stage));
        return Stream.of(Stage.values())
                .filter(stage -> stage != Stage.OVER)
                .flatMap(stage -> {
                    List<ByStatus> parts = statuses.getOrDefault(stage, List.of());
                    Stream<ByStatus> sum = Stream.of(ByStatus.sum(stage, parts));
                    return stage.statuses().size() == 1 ? sum : Stream.concat(sum, parts.stream());
                })
                .toList();
    }

    public OverviewCharts charts() {
        return OverviewCharts.of(this);
    }

    public ByStatus all() {
        return ByStatus.sum(Stage.OVER, open);
    }

    public long stuckParcels() {
        return stuck.rows().isEmpty() ? 0 : stuck.rows().getFirst().everywhere();
    }

    public Count quarantined() {
        return quarantine.stream().map(Refused::count).reduce(Count.exactly(0), Count::plus);
    }

    public Count received(String outcome) {
        return received.getOrDefault(outcome, Count.exactly(0));
    }

    /** The delay from the writer's tables to the projections. */
    public @Nullable Duration cdcLag() {
        return writer == null ? null : writer.lag();
    }

    /** The delay from the writer's projections to this node's. */
    public @Nullable Duration readerLag() {
        if (writer == null || writer.asOf() == null || freshness.asOf() == null) {
            return null;
        }
        Duration lag = Duration.between(freshness.asOf(), writer.asOf());
        return lag.isNegative() ? Duration.ZERO : lag;
    }
}
