package com.qualitypost.phoenix.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private static final long LATER = WarmUp.SHORTEST.plusSeconds(1).toNanos();

    private long now;
    private final WarmUp warmUp = new WarmUp(() -> now);

    @Test
    void itGoesOnWhileAnswersBecomeFaster() {
        now = LATER;
        answers(WarmUp.ANSWERS, 5_000);
        answers(WarmUp.ANSWERS, 900);
        answers(WarmUp.ANSWERS, 200);

        assertThat(warmUp.isOver()).isFalse();
    }

    @Test
    void itGoesOnWhileTheFirstAnswersWaitForTheSameColdProcess() {
        answers(3 * WarmUp.ANSWERS, 900);

        assertThat(warmUp.isOver()).isFalse();
    }

    @Test
    void itIsOverOnceTheyAreHardlyFasterThanBefore() {
        now = LATER;
        answers(WarmUp.ANSWERS, 900);
        answers(WarmUp.ANSWERS, 130);
        assertThat(warmUp.isOver()).isFalse();

        answers(WarmUp.ANSWERS, 110);

        assertThat(warmUp.isOver()).isTrue();
        assertThat(warmUp.took()).isPositive();
    }

    private void answers(int count, int millis) {
        for (int i = 0; i < count; i++) {
            warmUp.add(Duration.ofMillis(millis));
        }
    }
}
