package com.qualitypost.phoenix.projections.cdc;

import com.qualitypost.phoenix.projections.cdc.CdcState.Phase;
import com.qualitypost.phoenix.projections.projector.Batch;
import com.qualitypost.phoenix.projections.projector.Position;
import com.qualitypost.phoenix.projections.projector.Projector;
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
    private final Heartbeat heartbeat;
    private final CdcState state;
    private volatile long lastBatchNanos;
    private volatile boolean anyBatch;

    Reading(
            EngineProperties properties,
            CdcSettings settings,
            Projector projector,
            Heartbeat heartbeat,
            CdcState state) {
        this.properties = properties;
        this.settings = settings;
        this.projector = projector;
        this.heartbeat = heartbeat;
        this.state = state;
    }

    /** Returns why it ended: the engine died, or brought nothing for too long, or the caller asked for it. */
    String through(Position start, CompletableFuture<?> stopping) throws InterruptedException {
        anyBatch = false;
        lastBatchNanos = System.nanoTime();
        Engine engine = Engine.start(properties.readingFrom(start), batch -> apply(start.epoch(), batch));
        try {
            CompletableFuture<Object> end = CompletableFuture.anyOf(engine.end(), stopping);
            while (!isDone(end, settings.heartbeat())) {
                if (beat(start.epoch()) && silence().compareTo(limit()) > 0) {
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
        if (!anyBatch) {
            anyBatch = true;
            state.is(Phase.READING);
        }
        if (batch.beat() != null) {
            state.asOf(batch.beat());
        }
    }

    /** Whether the database answers. Until there are batches to say so, this also says that the owner lives. */
    private boolean beat(long epoch) {
        try {
            heartbeat.beat();
            if (!anyBatch) {
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
