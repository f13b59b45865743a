package com.qualitypost.phoenix.projections.health;

import com.qualitypost.phoenix.background.Watched;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Reports whether everything that runs in the background does its work. */
@Component("background")
class BackgroundHealth implements HealthIndicator {

    private final List<Watched> watched;

    BackgroundHealth(List<Watched> watched) {
        this.watched = watched;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (Watched each : watched) {
            String trouble = each.trouble();
            if (trouble != null) {
                health.outOfService().withDetail(each.background().name(), trouble);
            }
        }
        return health.build();
    }
}
