package com.qualitypost.phoenix.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final Row CPU = Row.of("cpu", "µs", Sample.of(200));

    @Test
    void aSampleIsTheMedianAndTheRange() {
        assertThat(Sample.of(List.of(3.0, 1.0, 9.0))).isEqualTo(new Sample(3, 1, 9));
        assertThat(Sample.of(List.of(1.0, 2.0))).isEqualTo(new Sample(1.5, 1, 2));
    }

    @Test
    void aCostIsComparedDownwards() {
        assertThat(CPU.goal(Goal.value(200, 250)).verdict()).isEqualTo(Verdict.AIM);
        assertThat(CPU.goal(Goal.value(180, 200)).verdict()).isEqualTo(Verdict.LEAST);
        assertThat(CPU.goal(Goal.value(100, 150)).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void aRateIsComparedUpwards() {
        assertThat(CPU.goal(Goal.value(200, 100)).verdict()).isEqualTo(Verdict.AIM);
        assertThat(CPU.goal(Goal.value(300, 200)).verdict()).isEqualTo(Verdict.LEAST);
        assertThat(CPU.goal(Goal.value(300, 250)).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void whatMustNotHappenIsMissedIfItHappens() {
        assertThat(Row.of("failed", "", Sample.of(0)).goal(Goal.none()).verdict())
                .isEqualTo(Verdict.AIM);
        assertThat(Row.of("failed", "", Sample.of(1)).goal(Goal.none()).verdict())
                .isEqualTo(Verdict.MISSED);
    }

    @Test
    void aShareNeedsItsLimit() {
        Row row = CPU.goal(Goal.share(0.65, 0.4));

        assertThat(row.verdict()).isEqualTo(Verdict.NONE);
        assertThat(row.limit("static HTTP", Sample.of(400)).verdict()).isEqualTo(Verdict.LEAST);
    }

    @Test
    void withoutAGoalNothingIsReachedOrMissed() {
        assertThat(CPU.verdict()).isEqualTo(Verdict.NONE);
    }
}
