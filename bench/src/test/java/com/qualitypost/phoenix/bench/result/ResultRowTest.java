package com.qualitypost.phoenix.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultRowTest {
    private static final ResultRow CPU = ResultRow.of("cpu", "µs", Sample.of(200));

    @Test
    void aSampleIsTheMedianAndTheRange() {
        assertThat(Sample.of(List.of(3.0, 1.0, 9.0))).isEqualTo(new Sample(3, 1, 9));
        assertThat(Sample.of(List.of(1.0, 2.0))).isEqualTo(new Sample(1.5, 1, 2));
    }

    @Test
    void aCostIsComparedDownwards() {
        assertThat(CPU.goal(Goal.value(200, 250)).verdict()).isEqualTo(GoalVerdict.AIM);
        assertThat(CPU.goal(Goal.value(180, 200)).verdict()).isEqualTo(GoalVerdict.LEAST);
        assertThat(CPU.goal(Goal.value(100, 150)).verdict()).isEqualTo(GoalVerdict.MISSED);
    }

    @Test
    void aRateIsComparedUpwards() {
        assertThat(CPU.goal(Goal.value(200, 100)).verdict()).isEqualTo(GoalVerdict.AIM);
        assertThat(CPU.goal(Goal.value(300, 200)).verdict()).isEqualTo(GoalVerdict.LEAST);
        assertThat(CPU.goal(Goal.value(300, 250)).verdict()).isEqualTo(GoalVerdict.MISSED);
    }

    @Test
    void whatMustNotHappenIsMissedIfItHappens() {
        assertThat(ResultRow.of("failed", "", Sample.of(0)).goal(Goal.none()).verdict())
                .isEqualTo(GoalVerdict.AIM);
        assertThat(ResultRow.of("failed", "", Sample.of(1)).goal(Goal.none()).verdict())
                .isEqualTo(GoalVerdict.MISSED);
    }

    @Test
    void aShareNeedsItsLimit() {
        ResultRow row = CPU.goal(Goal.share(0.65, 0.4));

        assertThat(row.verdict()).isEqualTo(GoalVerdict.NONE);
        assertThat(row.limit("static HTTP", Sample.of(400)).verdict()).isEqualTo(GoalVerdict.LEAST);
    }

    @Test
    void withoutAGoalNothingIsReachedOrMissed() {
        assertThat(CPU.verdict()).isEqualTo(GoalVerdict.NONE);
    }
}
