package com.qualitypost.phoenix.projections.cdc;

import com.qualitypost.phoenix.background.Pulse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The current state, for outside observers. */
@Component
class CdcState {
    /** What this process is doing. */
    enum Phase {
        /** Waits for the database or for ingest's table. */
        WAITING,
        /** Another process owns the projections. */
        STANDBY,
        /** Owns the projections; the engine has brought nothing yet. */
        STARTING,
        /** Owns the projections, and rebuilds them from the tables while batches arrive and the old ones are read. */
        FILLING,
        /** Owns the projections, and batches arrive. */
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
            beat.beat(); // Until now the batches were another process's.
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

    /** When the phase was last reported: a standby reports it with every attempt to take over. */
    Pulse step() {
        return step;
    }

    /** When the last heartbeat came through the binlog; before the first one, when reading began. */
    Pulse beat() {
        return beat;
    }

    /** Why it does not continue; null while it does. */
    @Nullable
    String trouble() {
        return trouble;
    }

    @Nullable
    Instant asOf() {
        return asOf;
    }
}
