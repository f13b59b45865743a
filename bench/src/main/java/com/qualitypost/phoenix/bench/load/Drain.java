package com.qualitypost.phoenix.bench.load;

import com.qualitypost.phoenix.servers.process.Await;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Measures how fast a context works off its backlog, without the first part: what was just started is not warm. */
public final class Drain {
    private static final List<Double> MARKS = List.of(0.4, 0.6, 0.8, 0.98);
    private static final Duration LIMIT = Duration.ofMinutes(20);

    private final List<Progress> seen = new ArrayList<>();

    private record Progress(long nanos, long done) {}

    private Drain() {}

    /**
     * Waits until it is over, and returns how many a second were done in each of three parts.
     *
     * @param done how many so far, counted from anywhere
     */
    public static List<Double> perSecond(LongSupplier done, BooleanSupplier over) {
        Drain drain = new Drain();
        boolean ended = Await.holds(LIMIT, () -> {
            boolean isOver = over.getAsBoolean();
            drain.seen.add(new Progress(System.nanoTime(), done.getAsLong()));
            return isOver;
        });
        if (!ended) {
            throw new ServerException("A backlog was not worked off within %d minutes.".formatted(LIMIT.toMinutes()));
        }
        return drain.rates();
    }

    private List<Double> rates() {
        long first = seen.getFirst().done;
        long all = seen.getLast().done - first;
        List<Progress> marks = MARKS.stream()
                .map(mark -> seen.stream()
                        .filter(progress -> progress.done - first >= all * mark)
                        .findFirst()
                        .orElseThrow())
                .distinct()
                .toList();
        List<Double> rates = new ArrayList<>();
        for (int i = 1; i < marks.size(); i++) {
            rates.add(rate(marks.get(i - 1), marks.get(i)));
        }
        if (rates.isEmpty()) {
            rates.add(rate(seen.getFirst(), seen.getLast()));
        }
        return rates;
    }

    private static double rate(Progress from, Progress to) {
        if (to.done == from.done) {
            throw new ServerException("A backlog was worked off too fast to be measured.");
        }
        return (to.done - from.done) / ((to.nanos - from.nanos) / 1e9);
    }
}
