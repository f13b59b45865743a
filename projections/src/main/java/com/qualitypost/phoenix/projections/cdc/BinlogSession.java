package com.qualitypost.phoenix.projections.cdc;

import com.qualitypost.phoenix.projections.cdc.CdcState.Phase;
import com.qualitypost.phoenix.projections.database.Reachability;
import com.qualitypost.phoenix.projections.projector.ChangeBatch;
import com.qualitypost.phoenix.projections.projector.Position;
import com.qualitypost.phoenix.projections.projector.Projector;
import com.qualitypost.phoenix.projections.rebuild.Rebuild;
import com.qualitypost.phoenix.projections.rebuild.Rebuild.Start;
import com.qualitypost.phoenix.tables.Outage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Reads the binlog during one epoch: runs an engine and the heartbeat, and watches both. */
@Component
class BinlogSession {
    private static final Logger log = LoggerFactory.getLogger(BinlogSession.class);
    private static final int TRIES = 4;

    private final EngineProperties properties;
    private final CdcSettings settings;
    private final Projector projector;
    private final GtidContinuity continuity;
    private final Heartbeat heartbeat;
    private final Reachability database;
    private final Rebuild rebuild;
    private final CdcState state;
    private long lastFillNanos;

    BinlogSession(
            EngineProperties properties,
            CdcSettings settings,
            Projector projector,
            GtidContinuity continuity,
            Heartbeat heartbeat,
            Reachability database,
            Rebuild rebuild,
            CdcState state) {
        this.properties = properties;
        this.settings = settings;
        this.projector = projector;
        this.continuity = continuity;
        this.heartbeat = heartbeat;
        this.database = database;
        this.rebuild = rebuild;
        this.state = state;
    }

    /** Returns why it ended: the engine died, or brought nothing for too long, or the caller asked for it. */
    String through(Position start, CompletableFuture<?> stopping) throws InterruptedException {
        var watch = new EngineWatchdog(settings);
        lastFillNanos = System.nanoTime() - settings.longestPause().toNanos();
        Engine engine =
                Engine.start(properties.readingFrom(start), batch -> apply(start.epoch(), batch, watch, stopping));
        try {
            CompletableFuture<Object> end = CompletableFuture.anyOf(engine.end(), stopping);
            while (!isDone(end, watch.isAway() ? settings.shortestPause() : settings.heartbeat())) {
                watch.answered(beat(start.epoch(), watch));
                if (watch.isSilentForTooLong()) {
                    return watch.reason();
                }
                if (watch.anyBatch() && !watch.isAway()) {
                    fillUnlessAligned();
                }
            }
            return stopping.isDone() ? "the application stops" : engine.end().getNow("");
        } finally {
            engine.close();
        }
    }

    private void apply(long epoch, ChangeBatch batch, EngineWatchdog watch, CompletableFuture<?> stopping)
            throws InterruptedException {
        patiently(() -> projector.apply(epoch, batch), stopping);
        watch.batch();
        state.is(projector.position().filter(Position::aligned).isPresent() ? Phase.READING : Phase.FILLING);
        if (batch.beat() != null) {
            state.asOf(batch.beat());
        }
    }

    /** Retries what got no answer in time: an engine that ends because of it takes seconds to come back. */
    private void patiently(Runnable step, CompletableFuture<?> stopping) throws InterruptedException {
        var pause = new Backoff(settings.shortestPause(), settings.longestPause(), stopping);
        for (int tries = 1; ; tries++) {
            try {
                step.run();
                return;
            } catch (RuntimeException e) {
                if (tries == TRIES || pause.isOver() || !Outage.isOne(e)) {
                    throw e;
                }
                pause.of(pause.next());
            }
        }
    }

    /** If no position was stored to continue from, rebuilds everything from the tables; retries if that fails. */
    private void fillUnlessAligned() {
        boolean due = projector.position().filter(Position::aligned).isEmpty()
                && System.nanoTime() - lastFillNanos > settings.longestPause().toNanos();
        if (due && rebuild.start() == Start.STARTED) {
            lastFillNanos = System.nanoTime();
        }
    }

    /**
     * Whether the database answers; fails if it is not the one that this epoch reads from. Until there are batches to
     * show it, this also shows that the owner is alive.
     */
    private boolean beat(long epoch, EngineWatchdog watch) {
        if (watch.isAway() && !database.answers()) {
            return false;
        }
        try {
            heartbeat.beat();
            if (watch.anyBatch()) {
                projector.requireOwnership(epoch);
            } else {
                projector.renewLease(epoch);
            }
            continuity.requireExecuted(
                    projector.position().map(Position::position).orElse(null));
            return true;
        } catch (PessimisticLockingFailureException _) {
            return true; // Somebody else's statement was in the way. If it stays there, nothing comes through the
            // binlog.
            // binlog.
        } catch (DataAccessException e) {
            if (!Outage.isOne(e)) {
                throw e;
            }
            if (!watch.isAway()) {
                log.warn("The database does not answer, the projections wait for it: {}", RootCause.of(null, e));
            }
            return false;
        }
    }

    private static boolean isDone(CompletableFuture<?> end, Duration within) throws InterruptedException {
        try {
            end.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
