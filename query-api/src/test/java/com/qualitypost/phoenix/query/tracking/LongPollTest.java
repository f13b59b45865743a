package com.qualitypost.phoenix.query.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.web.admission.Source;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LongPollTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Source HERE = Source.at("127.0.0.1");
    private static final Source THERE = Source.at("127.0.0.2");
    private int asked;

    @Test
    void asksUntilTheAnswerWillDo() {
        assertThat(waiting(1).askAgain(HERE, LONG, this::ask, answer -> answer < 4))
                .contains(4);
    }

    @Test
    void givesTheLastAnswerWhenTheTimeIsOver() {
        assertThat(waiting(1).askAgain(HERE, Duration.ofMillis(5), this::ask, _ -> true))
                .contains(asked);
    }

    @Test
    void refusesWhoFindsNoPlace() {
        LongPoll full = waiting(1);

        full.askAgain(
                HERE,
                LONG,
                _ -> assertThat(full.askAgain(HERE, LONG, this::ask, _ -> false))
                        .isEmpty(),
                _ -> false);

        assertThat(asked).isZero();
        assertThat(full.askAgain(HERE, LONG, this::ask, _ -> false)).contains(1);
    }

    @Test
    void oneSourceLeavesPlacesToOthers() {
        LongPoll two = new LongPoll(new WaitSettings(LONG, LONG, Duration.ofMillis(1), Duration.ofMillis(2), 2, 1));

        two.askAgain(
                HERE,
                LONG,
                _ -> {
                    assertThat(two.askAgain(HERE, LONG, this::ask, _ -> false)).isEmpty();
                    return assertThat(two.askAgain(THERE, LONG, this::ask, _ -> false))
                            .contains(1);
                },
                _ -> false);

        assertThat(two.askAgain(HERE, LONG, this::ask, _ -> false)).contains(1);
    }

    private int ask(int again) {
        asked = again;
        return again;
    }

    private static LongPoll waiting(int maxWaiters) {
        return new LongPoll(
                new WaitSettings(LONG, LONG, Duration.ofMillis(1), Duration.ofMillis(2), maxWaiters, maxWaiters));
    }
}
