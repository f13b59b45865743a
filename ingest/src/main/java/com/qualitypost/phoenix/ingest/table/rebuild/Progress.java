package com.qualitypost.phoenix.ingest.table.rebuild;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a rebuild has come. */
final class Progress {
    /** The state of a rebuild. */
    enum State {
        NONE,
        RUNNING,
        DONE,
        FAILED
    }

    /** The rebuild in figures: records read, records in total, and why it failed. */
    record Report(
            State state,
            long records,
            long total,
            double seconds,
            @Nullable String reason) {
        static final Report NONE = new Report(State.NONE, 0, 0, 0, null);
    }

    private final Instant started = Instant.now();
    private State state = State.RUNNING;
    private @Nullable Instant ended;
    private @Nullable String reason;
    private long records;
    private long total;

    synchronized void expects(long recordsInAll) {
        total = recordsInAll;
    }

    synchronized void has(long recordsSoFar) {
        records = recordsSoFar;
    }

    synchronized void done() {
        end(State.DONE);
    }

    synchronized void failed(String why) {
        reason = why;
        end(State.FAILED);
    }

    private void end(State how) {
        state = how;
        ended = Instant.now();
    }

    synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    synchronized Report report() {
        Duration time = Duration.between(started, ended == null ? Instant.now() : ended);
        return new Report(state, records, total, time.toMillis() / 1_000.0, reason);
    }
}
