package com.qualitypost.phoenix.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LiveSettingsTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withPropertyValues(
                    "phoenix.query.live.heartbeat=1s",
                    "phoenix.query.live.longest=2m",
                    "phoenix.query.live.max-listeners=3",
                    "phoenix.query.live.max-listeners-of-source=2");

    @Test
    void everySettingIsRead() {
        application.run(context -> assertThat(context.getBean(LiveSettings.class))
                .isEqualTo(new LiveSettings(Duration.ofSeconds(1), Duration.ofMinutes(2), 3, 2)));
    }

    @Test
    void aHeartHasToBeat() {
        application
                .withPropertyValues("phoenix.query.live.heartbeat=0s")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("heartbeat must be positive"));
    }

    @EnableConfigurationProperties(LiveSettings.class)
    static class Settings {}
}
