package com.qualitypost.phoenix.projections.cdc;

import com.qualitypost.phoenix.background.Pulse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is going on, for whoever looks from outside. */
@Component
class CdcState {

    /** What this process does. */
    enum Phase {
        /** Waits for the database or for ingest's table. */
        WAITING,
        /** Another process owns the projections. */
        STANDBY,
        /** Owns the projections; the engine has brought nothing yet. */
        STARTING,
        /** Owns the projections, and makes them anew from the tables while batches come and the old ones are read. */
        FILLING,
        /** Owns the projections, and batches come. */
        READING
    }

    private volatile Phase phase = Phase.WAITING;
    private volatile @Nullable String trouble;
    private volatile @Nullable Instant asOf;
    private final Pulse step = new Pulse();
    private final Pulse beat = new Pulse();

    void is(Phase now) {
        step.beat();
        if (phase == Phase.STANDBY && now != phase) {
            beat.beat(); // Somebody else's came until now.
        }
        phase = now;
        if (now == Phase.READING || now == Phase.FILLING || now == Phase.STANDBY) {
            trouble = null;
        }
    }

    void trouble(String reason) {
        trouble = reason;
    }

    /** A heartbeat has come through the binlog. */
    void asOf(Instant beaten) {
        asOf = beaten;
        beat.beat();
    }

    Phase phase() {
        return phase;
    }

    /** When it was last said in which phase this is: a standby says it with every try to take over. */
    Pulse step() {
        return step;
    }

    /** When the last heartbeat came through the binlog; as long as there was none, when this began to read. */
    Pulse beat() {
        return beat;
    }

    /** Why it does not go on; null while it does. */
    @Nullable
    String trouble() {
        return trouble;
    }

    @Nullable
    Instant asOf() {
        return asOf;
    }
}
