package com.qualitypost.phoenix.projections.rebuild;

import com.qualitypost.phoenix.background.Pulse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a rebuild has come. */
final class Progress {

    /** What has become of it. */
    enum State {
        NONE,
        RUNNING,
        DONE,
        FAILED
    }

    /** Its figures: rows done, rows in all, answers that were not as they should be, and why it failed. */
    record Report(
            State state,
            long rows,
            long total,
            long changed,
            double seconds,
            @Nullable String reason) {}

    private final Pulse moved;
    private final Instant started = Instant.now();
    private State state = State.RUNNING;
    private @Nullable Instant ended;
    private @Nullable String reason;
    private long rows;
    private long total;
    private long changed;

    /** {@code moved} is told of every row. */
    Progress(Pulse moved) {
        this.moved = moved;
    }

    synchronized void expects(long rowsInAll) {
        total = rowsInAll;
    }

    synchronized void row(boolean isChanged) {
        rows++;
        moved.beat();
        if (isChanged) {
            changed++;
        }
    }

    synchronized void phantoms(int count) {
        changed += count;
        moved.beat();
    }

    synchronized long changed() {
        return changed;
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
        return new Report(state, rows, total, changed, time.toMillis() / 1_000.0, reason);
    }
}
