package com.qualitypost.phoenix.projections.cdc;

import com.qualitypost.phoenix.projections.change.Announcer;
import com.qualitypost.phoenix.projections.projector.LeftOut;
import com.qualitypost.phoenix.projections.projector.Projector;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** What is going on, from memory: asking for it works without the database, and readiness does not depend on it. */
@Component("cdc")
class CdcHealth implements HealthIndicator {

    private final CdcState state;
    private final Owner owner;
    private final Projector projector;
    private final Announcer announcer;
    private final LeftOut leftOut;

    CdcHealth(CdcState state, Owner owner, Projector projector, Announcer announcer, LeftOut leftOut) {
        this.state = state;
        this.owner = owner;
        this.projector = projector;
        this.announcer = announcer;
        this.leftOut = leftOut;
    }

    @Override
    public Health health() {
        Health.Builder health = switch (state.phase()) {
            case READING, FILLING, STANDBY -> Health.up();
            case WAITING, STARTING -> Health.outOfService();
        };
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
        String trouble = state.trouble();
        if (trouble != null) {
            health.withDetail("trouble", trouble);
        }
        Map<String, String> omissions = leftOut.summary();
        if (!omissions.isEmpty()) {
            health.withDetail("left_out", omissions);
        }
        return health.build();
    }
}
