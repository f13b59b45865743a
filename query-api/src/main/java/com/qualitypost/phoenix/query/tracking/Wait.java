package com.qualitypost.phoenix.query.tracking;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Asks again and again, with pauses that grow, for a limited number of callers at a time: lookups go first. */
@Component
class Wait {
    private final WaitSettings settings;
    private final Semaphore places;

    Wait(WaitSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.maxWaiters());
    }

    /**
     * Returns the first answer that is not worth another try, or the last one; empty if no place was free.
     *
     * @param question is told which try it is, from 1
     */
    <T> Optional<T> askAgain(Duration limit, IntFunction<T> question, Predicate<T> tryAgain) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ask(System.nanoTime() + limit.toNanos(), question, tryAgain));
        } finally {
            places.release();
        }
    }

    private <T> T ask(long end, IntFunction<T> question, Predicate<T> tryAgain) {
        long pause = settings.firstPause().toNanos();
        for (int again = 1; ; again++) {
            // The thread is virtual and holds no connection: a pause costs nothing.
            LockSupport.parkNanos(Math.min(pause, end - System.nanoTime()));
            T answer = question.apply(again);
            if (!tryAgain.test(answer)
                    || System.nanoTime() - end >= 0
                    || Thread.currentThread().isInterrupted()) {
                return answer;
            }
            pause = Math.min(2 * pause, settings.longestPause().toNanos());
        }
    }
}
