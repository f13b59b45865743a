package com.qualitypost.phoenix.projections.cdc;

import com.qualitypost.phoenix.projections.change.Announcer;
import com.qualitypost.phoenix.projections.health.HealthSettings;
import com.qualitypost.phoenix.projections.projector.OmissionLog;
import com.qualitypost.phoenix.projections.projector.Projector;
import com.qualitypost.phoenix.projections.rebuild.Rebuild;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Reports the state from memory: it can be asked without the database, and readiness does not depend on it. */
@Component("cdc")
class CdcHealth implements HealthIndicator {
    private final CdcState state;
    private final NodeName owner;
    private final Projector projector;
    private final Announcer announcer;
    private final OmissionLog leftOut;
    private final Rebuild rebuild;
    private final HealthSettings settings;

    CdcHealth(
            CdcState state,
            NodeName owner,
            Projector projector,
            Announcer announcer,
            OmissionLog leftOut,
            Rebuild rebuild,
            HealthSettings settings) {
        this.state = state;
        this.owner = owner;
        this.projector = projector;
        this.announcer = announcer;
        this.leftOut = leftOut;
        this.rebuild = rebuild;
        this.settings = settings;
    }

    @Override
    public Health health() {
        String stuck = stuck();
        Health.Builder health = stuck == null ? Health.up() : Health.outOfService();
        if (stuck != null) {
            health.withDetail("trouble", stuck);
        }
        health.withDetail("phase", state.phase()).withDetail("owner", owner.name());
        projector
                .position()
                .ifPresent(position -> health.withDetail("epoch", position.epoch())
                        .withDetail("change_seq", position.changeSeq())
                        .withDetail("announced_seq", announcer.announcedSeq()));
        Instant asOf = state.asOf();
        if (asOf != null) {
            health.withDetail(
                    "as_of_age_ms", Duration.between(asOf, Instant.now()).toMillis());
        }
        Map<String, String> omissions = leftOut.summary();
        if (!omissions.isEmpty()) {
            health.withDetail("left_out", omissions);
        }
        return health.build();
    }

    /** Judges by what has moved, not by what was attempted; null if everything moves. */
    private @Nullable String stuck() {
        return switch (state.phase()) {
            case WAITING, STARTING -> state.trouble() == null ? "nothing was read yet" : state.trouble();
            case STANDBY ->
                state.step().isOlderThan(settings.patience())
                        ? "no attempt to take over for %d s"
                                .formatted(state.step().age().toSeconds())
                        : null;
            case READING -> silence();
            case FILLING -> silence() == null ? rebuild.standstill(settings.patience()) : silence();
        };
    }

    private @Nullable String silence() {
        return state.beat().isOlderThan(settings.patience())
                ? "no heartbeat came through the binlog for %d s"
                        .formatted(state.beat().age().toSeconds())
                : null;
    }
}
