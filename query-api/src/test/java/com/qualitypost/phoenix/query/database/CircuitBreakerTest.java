package com.qualitypost.phoenix.query.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private final AtomicLong clock = new AtomicLong();
    private final CircuitBreaker rest = new CircuitBreaker(Duration.ofNanos(10), clock::get);

    @Test
    void nobodyIsPassedOverBeforeThereIsTrouble() {
        assertThat(rest.admits()).isTrue();
        assertThat(rest.end()).as("there was nothing to end").isFalse();
    }

    @Test
    void whileItLastsNobodyIsAdmitted() {
        assertThat(rest.begin()).as("the first to begin it").isTrue();
        assertThat(rest.begin()).as("the second to begin it").isFalse();

        clock.set(9);

        assertThat(rest.admits()).isFalse();
    }

    @Test
    void afterwardsOneIsAdmittedToTryAndTheOthersGoOnPassingOver() {
        rest.begin();
        clock.set(10);

        assertThat(rest.admits()).isTrue();
        assertThat(rest.admits()).isFalse();

        clock.set(20);
        assertThat(rest.admits()).as("the next one").isTrue();
    }

    @Test
    void itIsOverWhenATryHasSucceeded() {
        rest.begin();

        assertThat(rest.end()).isTrue();
        assertThat(rest.admits()).isTrue();
        assertThat(rest.admits()).isTrue();
    }
}
