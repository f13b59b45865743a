package com.qualitypost.phoenix.projections.cdc;

import com.qualitypost.phoenix.projections.cdc.CdcState.Phase;
import com.qualitypost.phoenix.projections.projector.Batch;
import com.qualitypost.phoenix.projections.projector.Position;
import com.qualitypost.phoenix.projections.projector.Projector;
import com.qualitypost.phoenix.projections.rebuild.Rebuild;
import com.qualitypost.phoenix.projections.rebuild.Rebuild.Start;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Reads the binlog through one epoch: one engine, the heartbeat beside it, and a watch over both. */
@Component
class Reading {

    private final EngineProperties properties;
    private final CdcSettings settings;
    private final Projector projector;
    private final Continuity continuity;
    private final Heartbeat heartbeat;
    private final Rebuild rebuild;
    private final CdcState state;
    private volatile long lastBatchNanos;
    private long lastFillNanos;
    private volatile boolean anyBatch;

    Reading(
            EngineProperties properties,
            CdcSettings settings,
            Projector projector,
            Continuity continuity,
            Heartbeat heartbeat,
            Rebuild rebuild,
            CdcState state) {
        this.properties = properties;
        this.settings = settings;
        this.projector = projector;
        this.continuity = continuity;
        this.heartbeat = heartbeat;
        this.rebuild = rebuild;
        this.state = state;
    }

    /** Returns why it ended: the engine died, or brought nothing for too long, or the caller asked for it. */
    String through(Position start, CompletableFuture<?> stopping) throws InterruptedException {
        anyBatch = false;
        lastBatchNanos = System.nanoTime();
        lastFillNanos = lastBatchNanos - settings.longestPause().toNanos();
        Engine engine = Engine.start(properties.readingFrom(start), batch -> apply(start.epoch(), batch));
        try {
            CompletableFuture<Object> end = CompletableFuture.anyOf(engine.end(), stopping);
            while (!isDone(end, settings.heartbeat())) {
                // Before the server is asked: what it has executed only grows.
                String read = projector.position().map(Position::position).orElse(null);
                boolean answers = beat(start.epoch());
                if (answers && !continuity.hasExecuted(read)) {
                    return "the database has never executed what was read from it";
                }
                fillUnlessAligned();
                if (answers && silence().compareTo(limit()) > 0) {
                    return "nothing came through the binlog for %d s although the database answers"
                            .formatted(silence().toSeconds());
                }
            }
            return stopping.isDone() ? "the application stops" : engine.end().getNow("");
        } finally {
            engine.close();
        }
    }

    private void apply(long epoch, Batch batch) {
        projector.apply(epoch, batch);
        lastBatchNanos = System.nanoTime();
        anyBatch = true;
        state.is(projector.position().filter(Position::aligned).isPresent() ? Phase.READING : Phase.FILLING);
        if (batch.beat() != null) {
            state.asOf(batch.beat());
        }
    }

    /** Where nothing was stored to read on from, all is made anew from the tables; again where that failed. */
    private void fillUnlessAligned() {
        boolean due = anyBatch
                && projector.position().filter(Position::aligned).isEmpty()
                && System.nanoTime() - lastFillNanos > settings.longestPause().toNanos();
        if (due && rebuild.start() == Start.STARTED) {
            lastFillNanos = System.nanoTime();
        }
    }

    /** Whether the database answers. Until there are batches to say so, this also says that the owner lives. */
    private boolean beat(long epoch) {
        try {
            heartbeat.beat();
            if (anyBatch) {
                projector.requireOwnership(epoch);
            } else {
                projector.renewLease(epoch);
            }
            return true;
        } catch (DataAccessException _) {
            return false;
        }
    }

    private Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastBatchNanos);
    }

    private Duration limit() {
        return anyBatch ? settings.silence() : settings.start();
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
