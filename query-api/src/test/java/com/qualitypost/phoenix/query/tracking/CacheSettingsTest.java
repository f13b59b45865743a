package com.qualitypost.phoenix.query.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class CacheSettingsTest {
    @Test
    void everySettingIsRead() {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues(
                        "phoenix.query.cache.enabled=true",
                        "phoenix.query.cache.current-for=1s",
                        "phoenix.query.cache.kept-for=2m",
                        "phoenix.query.cache.max-size=3MB")
                .run(context -> assertThat(context.getBean(CacheSettings.class))
                        .isEqualTo(new CacheSettings(
                                true, Duration.ofSeconds(1), Duration.ofMinutes(2), DataSize.ofMegabytes(3))));
    }

    @EnableConfigurationProperties(CacheSettings.class)
    static class Settings {}
}
