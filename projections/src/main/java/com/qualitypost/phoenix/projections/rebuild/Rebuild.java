package com.qualitypost.phoenix.projections.rebuild;

import com.qualitypost.phoenix.background.Pulse;
import com.qualitypost.phoenix.projections.merchant.MerchantShipments;
import com.qualitypost.phoenix.projections.projector.Position;
import com.qualitypost.phoenix.projections.projector.Projector;
import com.qualitypost.phoenix.projections.rebuild.Filling.Parts;
import com.qualitypost.phoenix.projections.rebuild.Progress.Report;
import com.qualitypost.phoenix.projections.rebuild.Progress.State;
import com.qualitypost.phoenix.projections.tracking.ShadowTables;
import com.qualitypost.phoenix.projections.tracking.TrackingProjector;
import com.qualitypost.phoenix.projections.tracking.TrackingRows;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes {@code tracking_view} anew from the shipments while the old one is read; at most one at a time. */
@Component
public class Rebuild {

    /** What became of the wish to start one. */
    public enum Start {
        STARTED,
        RUNS_ALREADY,
        NOT_OWNER
    }

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

    private final Parts parts;
    private final Pulse moved = new Pulse();
    private @Nullable Progress progress;

    Rebuild(
            Projector projector,
            TrackingProjector tracking,
            ShadowTables shadows,
            Shipments shipments,
            LiveRows live,
            Phantoms phantoms,
            TrackingRows rows,
            MerchantShipments merchants,
            JdbcTemplate db) {
        this.parts = new Parts(projector, tracking, shadows, shipments, live, phantoms, rows, merchants, db);
    }

    public synchronized Start start() {
        Optional<Position> position = parts.projector().position();
        if (position.isEmpty()) {
            return Start.NOT_OWNER;
        }
        if (progress != null && progress.isRunning()) {
            return Start.RUNS_ALREADY;
        }
        var started = new Progress(moved);
        progress = started;
        Thread.ofVirtual().name("rebuild").start(() -> run(position.get().epoch(), started));
        return Start.STARTED;
    }

    /** Why the last one has not moved for so long, for who waits for it; null where it has. */
    public @Nullable String standstill(Duration patience) {
        String reason = report().reason();
        return moved.isOlderThan(patience)
                ? "the answers are not made anew, nothing moves for %d s: %s"
                        .formatted(moved.age().toSeconds(), reason == null ? "it hangs" : reason)
                : null;
    }

    synchronized Report report() {
        return progress == null ? new Report(State.NONE, 0, 0, 0, 0, null) : progress.report();
    }

    private void run(long epoch, Progress of) {
        try {
            Filling.run(epoch, parts, of);
            of.done();
            log.info("tracking_view is rebuilt: {}", of.report());
        } catch (Throwable e) {
            // Whatever happened, the live table is as it was; who asked reads the reason and asks again.
            of.failed(e.getMessage() == null ? e.toString() : e.getMessage());
            log.warn(
                    "tracking_view is not rebuilt, and is as it was: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
    }
}
