package com.qualitypost.phoenix.web.health;

import com.qualitypost.phoenix.background.Watched;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Reports whether everything that runs in the background does its work. */
@AutoConfiguration
class BackgroundHealth {
    @Bean
    HealthIndicator background(ObjectProvider<Watched> watched) {
        List<Watched> all = watched.orderedStream().toList();
        return () -> health(all);
    }

    private static Health health(List<Watched> watched) {
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
