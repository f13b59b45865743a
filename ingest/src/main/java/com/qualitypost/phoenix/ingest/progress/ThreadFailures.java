package com.qualitypost.phoenix.ingest.progress;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces failed stream threads, and remembers for a while why they failed and at which partition. */
public final class ThreadFailures implements StreamsUncaughtExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ThreadFailures.class);
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final String SOMEWHERE = "a thread";

    private final Map<String, Failure> last = new ConcurrentSkipListMap<>();

    private record Failure(Instant at, long times, String cause) {}

    @Override
    public StreamThreadExceptionResponse handle(Throwable e) {
        String cause = cause(e);
        log.warn("A stream thread failed and is replaced; its uncommitted work is done again: {}", cause);
        last.compute(
                where(e), (_, before) -> new Failure(Instant.now(), before == null ? 1 : before.times() + 1, cause));
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** The exception that Streams wraps says more than the one around it. */
    private static String cause(Throwable e) {
        Throwable met = e;
        while (met instanceof StreamsException && met.getCause() != null) {
            met = met.getCause();
        }
        Throwable root = getMostSpecificCause(met);
        return met == root ? met.toString() : "%s (%s)".formatted(met, root);
    }

    private static String where(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamsException streams && streams.taskId().isPresent()) {
                return "partition " + streams.taskId().get().partition();
            }
        }
        return SOMEWHERE;
    }

    /** The recent failures in words; empty if there were none. */
    public String lately() {
        Instant since = Instant.now().minus(REMEMBERED);
        last.values().removeIf(failure -> failure.at().isBefore(since));
        return last.entrySet().stream()
                .map(failure -> "%s failed %,d times, at %s for %s"
                        .formatted(
                                failure.getKey(),
                                failure.getValue().times(),
                                failure.getValue().at(),
                                failure.getValue().cause()))
                .collect(Collectors.joining("; "));
    }
}
