package com.qualitypost.phoenix.projections.rebuild;

import com.qualitypost.phoenix.background.Pulse;
import com.qualitypost.phoenix.projections.rebuild.Comparison.Difference;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
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

    /** The rebuild in figures: rows done, rows in total (roughly), answers that were wrong, why it failed or waits. */
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

    /** Records a finished part: so many parcels, of which these were wrong. */
    synchronized void compared(int parcels, SortedMap<String, Difference> repaired) {
        long surplus = repaired.values().stream()
                .filter(difference -> difference.damage() == Damage.SURPLUS)
                .count();
        rows += parcels - surplus;
        total = Math.max(total, rows);
        changed += repaired.size();
        reason = null;
        moved.beat();
    }

    /** Records that it is waiting. */
    synchronized void waits(String why) {
        reason = why;
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
