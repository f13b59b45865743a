package com.qualitypost.phoenix.projections.cdc;

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

    void is(Phase now) {
        phase = now;
        if (now == Phase.READING || now == Phase.FILLING || now == Phase.STANDBY) {
            trouble = null;
        }
    }

    void trouble(String reason) {
        trouble = reason;
    }

    void asOf(Instant beat) {
        asOf = beat;
    }

    Phase phase() {
        return phase;
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
