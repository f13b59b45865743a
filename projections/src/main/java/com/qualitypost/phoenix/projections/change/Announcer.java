package com.qualitypost.phoenix.projections.change;

import static java.util.Objects.requireNonNullElse;
import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import com.qualitypost.phoenix.background.Background;
import com.qualitypost.phoenix.background.OutageLog;
import com.qualitypost.phoenix.background.Pulse;
import com.qualitypost.phoenix.projections.health.HealthSettings;
import com.qualitypost.phoenix.projections.projector.Position;
import com.qualitypost.phoenix.projections.projector.Projector;
import com.qualitypost.phoenix.projections.projector.Projector.Committed;
import com.qualitypost.phoenix.schemas.TrackingChange;
import com.qualitypost.phoenix.web.health.BackgroundWork;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Announces committed changes on {@code tracking-changes} and then moves the stored mark: at least once, losing none,
 * whatever dies in between. Of several quick changes to one parcel only the last is announced.
 */
@Component
public class Announcer implements BackgroundWork {
    private static final Logger log = LoggerFactory.getLogger(Announcer.class);
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final long SHORTEST_PAUSE_MS = 250;
    private static final long LOOK_ANYWAY_MS = 1_000;

    private final Changes changes;
    private final ChangeTopic topic;
    private final Projector projector;
    private final HealthSettings settings;
    private final Semaphore work = new Semaphore(0);
    private final Background background = Background.virtual("announcer", this::run);
    private final Pulse announced = new Pulse();
    private volatile long announcedSeq;
    private volatile boolean running;
    private final OutageLog outage =
            new OutageLog(log, "Changes wait to be announced, will keep trying", "Changes are announced again");

    Announcer(Changes changes, ChangeTopic topic, Projector projector, HealthSettings settings) {
        this.changes = changes;
        this.topic = topic;
        this.projector = projector;
        this.settings = settings;
    }

    @EventListener
    void on(Committed committed) {
        work.release();
    }

    /** The newest change that this process has announced; 0 before the first one. */
    public long announcedSeq() {
        return announcedSeq;
    }

    private void run() throws InterruptedException {
        long pauseMs = LOOK_ANYWAY_MS;
        while (running) {
            try {
                if (work.tryAcquire(pauseMs, TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
                announceAll();
                announced.beat();
                outage.works();
                pauseMs = LOOK_ANYWAY_MS;
            } catch (ExecutionException | RuntimeException e) {
                // Whatever the database, Kafka or the registry's client throws, the mark has not moved, so it is tried
                // again.
                pauseMs = outage.reason() == null ? SHORTEST_PAUSE_MS : Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
                if (running) {
                    outage.failed(reason(e));
                }
            }
        }
    }

    private void announceAll() throws ExecutionException, InterruptedException {
        Optional<Position> position = projector.position();
        if (position.isEmpty()) {
            return;
        }
        List<TrackingChange> next;
        do {
            next = changes.notAnnounced();
            if (!next.isEmpty()) {
                topic.send(next);
                announcedSeq = next.getLast().getChangeSeq();
                changes.markAnnounced(position.get().epoch(), announcedSeq);
            }
        } while (next.size() == Changes.AT_ONCE);
    }

    private static String reason(Throwable e) {
        Throwable cause = getMostSpecificCause(e);
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    @Override
    public void start() {
        running = true;
        background.start();
    }

    @Override
    public void stop() {
        running = false;
        background.interrupt();
    }

    @Override
    public Background background() {
        return background;
    }

    /** Looks every second for changes to announce. */
    @Override
    public @Nullable String standstill() {
        return announced.isOlderThan(settings.patience())
                ? "changes wait to be announced for %d s: %s"
                        .formatted(
                                announced.age().toSeconds(),
                                requireNonNullElse(outage.reason(), "it hangs; restart this process"))
                : null;
    }
}
