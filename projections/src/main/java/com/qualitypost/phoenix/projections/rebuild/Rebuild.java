package com.qualitypost.phoenix.projections.rebuild;

import com.qualitypost.phoenix.background.Pulse;
import com.qualitypost.phoenix.projections.merchant.MerchantShipments;
import com.qualitypost.phoenix.projections.projector.Position;
import com.qualitypost.phoenix.projections.projector.Projector;
import com.qualitypost.phoenix.projections.rebuild.Progress.Report;
import com.qualitypost.phoenix.projections.rebuild.Progress.State;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Rebuilds all answers from the shipments while they are read; at most one rebuild runs at a time. */
@Component
public class Rebuild {
    /** What became of the request to start one. */
    public enum Start {
        STARTED,
        RUNS_ALREADY,
        NOT_OWNER
    }

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

    private final Projector projector;
    private final Shipments shipments;
    private final Comparison comparison;
    private final Repair repair;
    private final MerchantShipments merchants;
    private final Pulse moved = new Pulse();
    private @Nullable Progress progress;

    Rebuild(
            Projector projector,
            Shipments shipments,
            Comparison comparison,
            Repair repair,
            MerchantShipments merchants) {
        this.projector = projector;
        this.shipments = shipments;
        this.comparison = comparison;
        this.repair = repair;
        this.merchants = merchants;
    }

    public synchronized Start start() {
        Optional<Position> position = projector.position();
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

    /** Why the last one has not moved for this long; null if it has. */
    public @Nullable String standstill(Duration patience) {
        String reason = report().reason();
        return moved.isOlderThan(patience)
                ? "the rebuild of the answers has not moved for %d s: %s"
                        .formatted(moved.age().toSeconds(), reason == null ? "it hangs; restart this process" : reason)
                : null;
    }

    synchronized Report report() {
        return progress == null ? new Report(State.NONE, 0, 0, 0, 0, null) : progress.report();
    }

    private void run(long epoch, Progress of) {
        try {
            of.expects(shipments.about());
            new Filling(epoch, new Filling.Parts(projector, comparison, repair, merchants), of).run();
            of.done();
            log.info("The answers are being rebuilt: {}", of.report());
        } catch (Throwable e) {
            // Whatever happened, what was rebuilt so far is right; the operator reads the reason and starts again.
            of.failed(e.getMessage() == null ? e.toString() : e.getMessage());
            log.warn(
                    "The answers were rebuilt only in part. Remove the cause and start again: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
    }
}
