package com.qualitypost.phoenix.local.chaos;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What customers have seen: how long answers took, and those that break a promise. */
final class SeenAnswers {
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> older = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> invented = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final AtomicLong excused = new AtomicLong();
    private final AtomicLong brokenOff = new AtomicLong();
    private final AtomicLong slow = new AtomicLong();

    /** The newest answer seen of a parcel; the as-of time is RFC 3339 in UTC, so that it can be compared as text. */
    record Seen(long revision, String asOf) {
        static final Seen NOTHING = new Seen(0, "");

        static Seen in(HttpResponse<?> response) {
            return new Seen(
                    response.headers().firstValueAsLong("Phoenix-Revision").orElse(0),
                    response.headers().firstValue("Phoenix-As-Of").orElse(""));
        }
    }

    /**
     * The customers' report.
     *
     * @param brokenOff attempts that a node had accepted and then broke off, so that the next one was asked
     * @param slow attempts that were not answered within a second, so that the next one was asked
     */
    record Report(
            long lookups,
            long excused,
            long brokenOff,
            long slow,
            Duration p50,
            Duration p99,
            Duration slowest,
            List<String> findings) {}

    Seen of(String number) {
        return seen.getOrDefault(number, Seen.NOTHING);
    }

    void answered(long nanos) {
        micros.add(nanos / 1_000);
    }

    /** Nobody answered; {@code attempts} says what came instead. */
    void unanswered(List<String> attempts, boolean isExcused) {
        if (isExcused) {
            excused.incrementAndGet();
        } else {
            unanswered.add(attempts.toString());
        }
    }

    void slow() {
        slow.incrementAndGet();
    }

    void brokenOff() {
        brokenOff.incrementAndGet();
    }

    /** {@code saysSo} if the customer said which revision it had seen. */
    void compare(String number, Seen before, Seen now, boolean saysSo) {
        if (now.revision < before.revision) {
            String what = "%s: %s after %s".formatted(number, now, before);
            if (saysSo) {
                older.add(what);
            } else if (now.asOf.compareTo(before.asOf) >= 0) {
                invented.add(what);
            }
        } else if (now.revision > before.revision) {
            seen.merge(number, now, (one, other) -> one.revision >= other.revision ? one : other);
        }
    }

    Report report() {
        List<Long> sorted = micros.stream().sorted().toList();
        Findings findings = new Findings();
        findings.none("lookups that nobody answered", unanswered);
        findings.none("answers older than one that was seen", older);
        findings.none("answers that claim to be fresher than they are", invented);
        return new Report(
                sorted.size(),
                excused.get(),
                brokenOff.get(),
                slow.get(),
                quantile(sorted, 0.5),
                quantile(sorted, 0.99),
                quantile(sorted, 1),
                findings.all());
    }

    private static Duration quantile(List<Long> sorted, double share) {
        int index = (int) Math.max(0, Math.ceil(share * sorted.size()) - 1);
        return sorted.isEmpty() ? Duration.ZERO : Duration.of(sorted.get(index), ChronoUnit.MICROS);
    }
}
