package com.qualitypost.phoenix.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundTest {
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, NoClassDefFoundError.class, StackOverflowError.class})
    void whateverIsThrownItBeginsAnewAndSaysWhatHappened(Class<? extends Throwable> what) {
        Background work = Background.virtual("sweep", () -> {
            if (begun.incrementAndGet() == 1) {
                sneak(what);
            }
            end.await();
        });
        work.start();

        await().until(() -> begun.get() == 2);
        assertThat(work.isRunning()).isTrue();
        assertThat(work.trouble()).contains("sweep failed at", what.getSimpleName());
        work.interrupt();
        await().until(() -> !work.isRunning());
    }

    @Test
    void whatWorksHasNoTrouble() {
        Background work = Background.platform("sweep", end::await);
        work.start();

        assertThat(work.isRunning()).isTrue();
        assertThat(work.trouble()).isNull();
        work.interrupt();
        await().until(() -> !work.isRunning());
    }

    @Test
    void whatIsStoppedBetweenTwoTriesDoesNotBeginAnew() {
        Background work = Background.virtual("sweep", () -> {
            begun.incrementAndGet();
            throw new AssertionError();
        });
        work.start();
        await().until(() -> work.trouble() != null);

        work.join();

        assertThat(work.isRunning()).isFalse();
        assertThat(begun.get()).isEqualTo(1);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Class<? extends Throwable> what) throws T {
        try {
            throw (T) what.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
