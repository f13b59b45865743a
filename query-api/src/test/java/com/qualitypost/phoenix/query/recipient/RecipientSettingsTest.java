package com.qualitypost.phoenix.query.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RecipientSettingsTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withPropertyValues(
                    "phoenix.query.recipient.max-tries=1",
                    "phoenix.query.recipient.tries-count-for=2s",
                    "phoenix.query.recipient.link-days=3",
                    "phoenix.query.recipient.max-link-days=4");

    @Test
    void everySettingIsRead() {
        application.run(context -> assertThat(context.getBean(RecipientSettings.class))
                .isEqualTo(new RecipientSettings(1, Duration.ofSeconds(2), 3, 4)));
    }

    @Test
    void daysThatContradictEachOtherAreRefused() {
        application
                .withPropertyValues("phoenix.query.recipient.max-link-days=2")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("link-days must not exceed max-link-days"));
    }

    @EnableConfigurationProperties(RecipientSettings.class)
    static class Settings {}
}
