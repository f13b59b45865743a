package com.qualitypost.phoenix.query.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.operations.Overview.Depot;
import com.qualitypost.phoenix.query.operations.OverviewCharts.Drawn;
import com.qualitypost.phoenix.query.operations.OverviewCharts.Hour;
import com.qualitypost.phoenix.query.operations.Trends.Age;
import com.qualitypost.phoenix.query.operations.Trends.Deliveries;
import com.qualitypost.phoenix.query.operations.chart.Series;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OverviewChartsTest {
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-30T17:22:09");

    @Test
    void whereThereIsNothingToDrawThereIsNoChart() {
        OverviewCharts charts = charts(new Trends(Map.of(), List.of(), Map.of()));

        assertThat(charts).isEqualTo(new OverviewCharts(null, null, null, null));
    }

    @Test
    void theRunningHourIsDrawnAsOneThatRunsAndIsInNoSum() {
        LocalDateTime running = LocalDateTime.parse("2026-11-30T17:00");
        Drawn<Hour> facts = charts(new Trends(
                        Map.of(running, 7L, running.minusHours(1), 5L, running.minusHours(25), 4L),
                        List.of(),
                        Map.of()))
                .facts();

        assertThat(facts.chart().columns()).hasSize(25);
        assertThat(facts.chart().columns().getLast().parts().getFirst().series())
                .isEqualTo(Series.RUNNING);
        assertThat(facts.sentence().arguments())
                .containsExactly(5L, 4L, 5L, running.minusHours(1).toLocalTime());
    }

    @Test
    void aDayWithoutDeliveriesHasAnEmptyColumn() {
        Drawn<Deliveries> deliveries = charts(
                        new Trends(Map.of(), List.of(new Deliveries(LocalDate.parse("2026-11-28"), 9, 1, 3)), Map.of()))
                .deliveries();

        assertThat(deliveries.chart().columns())
                .extracting(column -> column.about().all())
                .containsExactly(0L, 0L, 0L, 0L, 13L, 0L, 0L);
        assertThat(deliveries.chart().columns())
                .extracting(column -> column.about().percent())
                .containsExactly(null, null, null, null, 90L, null, null);
    }

    @Test
    void whatIsStuckForThreeDaysStandsOut() {
        var stuck = charts(new Trends(Map.of(), List.of(), Map.of(Age.ONE, 5L, Age.THREE, 2L, Age.FORTNIGHT, 1L)))
                .stuck();

        assertThat(stuck.chart().columns())
                .extracting(column ->
                        column.parts().stream().map(part -> part.series()).toList())
                .containsExactly(
                        List.of(Series.COUNTED),
                        List.of(),
                        List.of(Series.OLD),
                        List.of(),
                        List.of(),
                        List.of(Series.OLD));
        assertThat(stuck.sentence().arguments()).containsExactly(8L, 3L);
    }

    @Test
    void onlyTheBusiestDepotsAreDrawnAndALongNameIsCut() {
        List<Depot> depots = LongStream.rangeClosed(1, 20)
                .mapToObj(i -> new Depot("🚚".repeat(30), NOW, 0, 0, 0, 21 - i, 40))
                .toList();

        var chart = OverviewCharts.of(overview(new Trends(Map.of(), List.of(), Map.of()), depots))
                .depots()
                .chart();

        assertThat(chart.rows()).hasSize(8);
        assertThat(chart.rows().getFirst().width()).isEqualTo(50);
        assertThat(chart.rows().getFirst().mark()).isEqualTo(100);
        assertThat(chart.rows().getFirst().about().shortName()).isEqualTo("🚚".repeat(25) + "…");
    }

    private static OverviewCharts charts(Trends trends) {
        return OverviewCharts.of(overview(trends, List.of()));
    }

    private static Overview overview(Trends trends, List<Depot> depots) {
        return new Overview(
                new Freshness(NOW, NOW),
                null,
                List.of(),
                List.of(),
                Top.of(List.of()),
                Top.of(depots),
                Map.of(),
                List.of(),
                new Overview.Gaps(Count.exactly(0), Count.exactly(0)),
                trends);
    }
}
