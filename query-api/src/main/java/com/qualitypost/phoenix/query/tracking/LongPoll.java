package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.web.admission.Shares;
import com.qualitypost.phoenix.web.admission.Source;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Asks again and again, with growing pauses, for a limited number of callers at a time with a limit for each source:
 * plain lookups come first.
 */
@Component
class LongPoll {
    private final WaitSettings settings;
    private final Shares places;

    LongPoll(WaitSettings settings) {
        this.settings = settings;
        this.places = new Shares(settings.maxWaiters(), settings.maxWaitersOfSource());
    }

    /**
     * Returns the first answer that needs no further attempt, or the last one; empty if no place was free.
     *
     * @param question gets the number of the attempt, from 1
     */
    <T> Optional<T> askAgain(Source source, Duration limit, IntFunction<T> question, Predicate<T> tryAgain) {
        try (Shares.Booking place = places.of(source)) {
            return place.tryAdd(1)
                    ? Optional.of(ask(System.nanoTime() + limit.toNanos(), question, tryAgain))
                    : Optional.empty();
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
