package com.qualitypost.phoenix.query.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WaitSettingsTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withPropertyValues(
                    "phoenix.query.wait.default-limit=1s",
                    "phoenix.query.wait.max-limit=2s",
                    "phoenix.query.wait.first-pause=3ms",
                    "phoenix.query.wait.longest-pause=4ms",
                    "phoenix.query.wait.max-waiters=5",
                    "phoenix.query.wait.max-waiters-of-source=4");

    @Test
    void everySettingIsRead() {
        application.run(context -> assertThat(context.getBean(WaitSettings.class))
                .isEqualTo(new WaitSettings(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(3),
                        Duration.ofMillis(4),
                        5,
                        4)));
    }

    @Test
    void limitsThatContradictEachOtherAreRefused() {
        application
                .withPropertyValues("phoenix.query.wait.max-limit=999ms")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("default-limit must not exceed max-limit"));
    }

    @EnableConfigurationProperties(WaitSettings.class)
    static class Settings {}
}
