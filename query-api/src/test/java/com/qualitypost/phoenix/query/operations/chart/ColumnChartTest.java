package com.qualitypost.phoenix.query.operations.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.query.operations.chart.ColumnChart.Amount;
import com.qualitypost.phoenix.query.operations.chart.ColumnChart.Amounts;
import com.qualitypost.phoenix.query.operations.chart.ColumnChart.Column;
import com.qualitypost.phoenix.query.operations.chart.ColumnChart.Part;
import com.qualitypost.phoenix.query.operations.chart.ColumnChart.Tick;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ColumnChartTest {
    private static final Offset<Double> A_LITTLE = Offset.offset(0.01);

    @Test
    void partsStandUponEachOtherAndEmptyOnesAreLeftOut() {
        Column<String> column = only(new Amounts<>(
                "today",
                List.of(new Amount(Series.IN_TIME, 3), new Amount(Series.LATE, 0), new Amount(Series.UNPROMISED, 1)),
                null));

        assertThat(column.parts()).extracting(Part::series).containsExactly(Series.IN_TIME, Series.UNPROMISED);
        Part lower = column.parts().getFirst();
        Part upper = column.parts().getLast();
        assertThat(upper.y() + upper.height()).isCloseTo(lower.y(), A_LITTLE);
        assertThat(lower.height()).isCloseTo(3 * upper.height(), A_LITTLE);
        assertThat(column.top()).isCloseTo(upper.y(), A_LITTLE);
        assertThat(column.mark()).isNull();
    }

    @Test
    void theNumberComparedWithHasRoomToo() {
        Column<String> column = only(new Amounts<>("now", List.of(new Amount(Series.RUNNING, 1)), 4L));

        assertThat(column.mark()).isLessThan(column.top()).isPositive();
    }

    @Test
    void columnsStandSideBySideWithinTheWidth() {
        ColumnChart<Integer> chart = ColumnChart.of(List.of(counts(1), counts(2), counts(3)));

        for (int i = 1; i < 3; i++) {
            assertThat(chart.columns().get(i).x())
                    .isGreaterThan(chart.columns().get(i - 1).right());
        }
        assertThat(chart.columns().getLast().right()).isLessThan(100);
    }

    @Test
    void theLinesOfTheScaleReachFromTheGroundToTheLargestNumber() {
        ColumnChart<Integer> chart = ColumnChart.of(List.of(counts(0), counts(20)));

        assertThat(chart.ticks()).extracting(Tick::value).containsExactly(0L, 5L, 10L, 15L, 20L);
        assertThat(chart.ticks().getFirst().y())
                .isCloseTo(chart.columns().getFirst().top(), A_LITTLE);
        assertThat(chart.ticks().getLast().y())
                .isCloseTo(chart.columns().getLast().top(), A_LITTLE);
    }

    @Test
    void largeNumbersOfTheScaleAreShort() {
        assertThat(new Tick(500, 0).text(Locale.ENGLISH)).isEqualTo("500");
        assertThat(new Tick(1_500, 0).text(Locale.ENGLISH)).isEqualTo("1.5K");
        assertThat(new Tick(20_000, 0).text(Locale.of("es", "MX")))
                .startsWith("20")
                .hasSizeLessThan(6);
    }

    private static Amounts<Integer> counts(int number) {
        return new Amounts<>(number, List.of(new Amount(Series.COUNTED, number)), null);
    }

    private static <T> Column<T> only(Amounts<T> amounts) {
        return ColumnChart.of(List.of(amounts)).columns().getFirst();
    }
}
