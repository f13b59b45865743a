package com.qualitypost.phoenix.projections.rebuild;

import com.qualitypost.phoenix.background.Background;
import com.qualitypost.phoenix.background.Pulse;
import com.qualitypost.phoenix.projections.health.HealthSettings;
import com.qualitypost.phoenix.projections.projector.Position;
import com.qualitypost.phoenix.projections.projector.Projector;
import com.qualitypost.phoenix.projections.projector.Projector.NotOwnerException;
import com.qualitypost.phoenix.projections.rebuild.Comparison.Part;
import com.qualitypost.phoenix.tables.Outage;
import com.qualitypost.phoenix.tables.Stride;
import com.qualitypost.phoenix.web.health.BackgroundWork;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Goes through all answers slowly and for ever, and has those repaired that differ from the tables. Only the owner does
 * this.
 */
@Component
class Sweep implements BackgroundWork {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final String METRIC = "phoenix.projections.repaired";

    private final Projector projector;
    private final Comparison comparison;
    private final Repair repair;
    private final SweepSettings settings;
    private final HealthSettings health;
    private final Stride stride;
    private final MeterRegistry metrics;
    private final Map<Damage, Integer> found = new EnumMap<>(Damage.class);
    private final Background background = Background.virtual("sweep", this::run);
    private final Pulse moved = new Pulse();
    private volatile String last = "";
    private long compared;

    Sweep(
            Projector projector,
            Comparison comparison,
            Repair repair,
            SweepSettings settings,
            HealthSettings health,
            MeterRegistry metrics) {
        this.projector = projector;
        this.health = health;
        this.comparison = comparison;
        this.repair = repair;
        this.settings = settings;
        this.stride = new Stride(settings.rowsAtOnce());
        this.metrics = metrics;
        for (Damage damage : Damage.values()) {
            count(damage, 0); // so that they exist before there is any damage
        }
    }

    private void run() throws InterruptedException {
        while (true) {
            Thread.sleep(next());
        }
    }

    /** Returns how long to wait afterwards. */
    private Duration next() throws InterruptedException {
        Optional<Position> owned = projector.position().filter(Position::aligned);
        try {
            Duration pause =
                    owned.isEmpty() ? settings.pause() : compare(owned.get().epoch());
            moved.beat();
            return pause;
        } catch (NotOwnerException | PessimisticLockingFailureException _) {
            return settings.pause(); // The same part is compared later, by whoever owns the answers then.
        } catch (RuntimeException e) {
            if (Outage.isOne(e)) {
                stride.wasTooLong(); // Or the database is away, which others report.
                return settings.pause();
            }
            // A mistake of ours must not end the sweep: it stays at the same part until somebody corrects the cause.
            log.warn("Answers after {} cannot be compared with the tables, will keep trying", last, e);
            return settings.rest();
        }
    }

    private Duration compare(long epoch) throws InterruptedException {
        Part part = comparison.after(last, stride.rows());
        if (!part.differences().isEmpty()) {
            awaitAllBefore(repair.now(), epoch);
            repair.repair(epoch, part.differences()).forEach(damage -> count(damage, 1));
        }
        if (part.end() != null) {
            stride.fitted(part.compared());
        }
        stride.wentWell();
        compared += part.compared();
        if (part.end() == null) {
            end();
            return settings.rest();
        }
        last = part.end();
        return settings.pause();
    }

    private void awaitAllBefore(LocalDateTime time, long epoch) throws InterruptedException {
        while (!repair.cameThrough(time)) {
            projector.requireOwnership(epoch);
            Thread.sleep(settings.pause());
        }
    }

    private void count(Damage damage, int repaired) {
        found.merge(damage, repaired, Integer::sum);
        metrics.counter(METRIC, "kind", damage.name().toLowerCase(Locale.ROOT)).increment(repaired);
    }

    private void end() {
        if (found.values().stream().anyMatch(count -> count > 0)) {
            log.warn("Of {} answers compared with the tables some were damaged and are repaired: {}", compared, found);
        }
        found.replaceAll((_, _) -> 0);
        compared = 0;
        last = "";
    }

    @Override
    public Background background() {
        return background;
    }

    /** A part may have to wait until everything that was committed before has come through the binlog. */
    @Override
    public @Nullable String standstill() {
        return moved.isOlderThan(settings.rest().plus(health.patience()))
                ? "answers after '%s' have not been compared with the tables for %d s"
                        .formatted(last, moved.age().toSeconds())
                : null;
    }
}
