package com.qualitypost.phoenix.query.operations.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 1, 1", "4, 1, 4", "5, 2, 6", "17, 5, 20", "40, 10, 40", "41, 20, 60", "1234, 500, 1500"})
    void aScaleHasRoundStepsAndEndsAtTheOneAboveTheLargest(long largest, long step, long top) {
        assertThat(Scale.upTo(largest)).isEqualTo(new Scale(step, top));
    }

    @Property
    void howeverLargeANumberIsItHasRoomAndFewLines(@ForAll @LongRange(max = 1_000_000_000_000L) long largest) {
        Scale scale = Scale.upTo(largest);

        assertThat(scale.share(largest)).isBetween(0.0, 100.0);
        assertThat(scale.ticks()).hasSizeBetween(2, 5).startsWith(0L).endsWith(scale.top());
    }
}
