package com.qualitypost.phoenix.query.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksUntilTheAnswerWillDo() {
        assertThat(waiting(1).askAgain(LONG, asked::incrementAndGet, answer -> answer < 4))
                .contains(4);
    }

    @Test
    void givesTheLastAnswerWhenTheTimeIsOver() {
        assertThat(waiting(1).askAgain(Duration.ofMillis(5), asked::incrementAndGet, _ -> true))
                .contains(asked.get());
    }

    @Test
    void refusesWhoFindsNoPlace() {
        Wait full = waiting(1);

        full.askAgain(
                LONG,
                () -> assertThat(full.askAgain(LONG, asked::incrementAndGet, _ -> false))
                        .isEmpty(),
                _ -> false);

        assertThat(asked).hasValue(0);
        assertThat(full.askAgain(LONG, asked::incrementAndGet, _ -> false)).contains(1);
    }

    private static Wait waiting(int maxWaiters) {
        return new Wait(new WaitSettings(LONG, LONG, Duration.ofMillis(1), Duration.ofMillis(2), maxWaiters));
    }
}
