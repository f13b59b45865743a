package com.qualitypost.phoenix.query.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private int asked;

    @Test
    void asksUntilTheAnswerWillDo() {
        assertThat(waiting(1).askAgain(LONG, this::ask, answer -> answer < 4)).contains(4);
    }

    @Test
    void givesTheLastAnswerWhenTheTimeIsOver() {
        assertThat(waiting(1).askAgain(Duration.ofMillis(5), this::ask, _ -> true))
                .contains(asked);
    }

    @Test
    void refusesWhoFindsNoPlace() {
        Wait full = waiting(1);

        full.askAgain(
                LONG,
                _ -> assertThat(full.askAgain(LONG, this::ask, _ -> false)).isEmpty(),
                _ -> false);

        assertThat(asked).isZero();
        assertThat(full.askAgain(LONG, this::ask, _ -> false)).contains(1);
    }

    private int ask(int again) {
        asked = again;
        return again;
    }

    private static Wait waiting(int maxWaiters) {
        return new Wait(new WaitSettings(LONG, LONG, Duration.ofMillis(1), Duration.ofMillis(2), maxWaiters));
    }
}
