package com.qualitypost.phoenix.query.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DatabaseSettingsTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withPropertyValues(
                    "phoenix.database.reader=reader:3306",
                    "phoenix.database.writer=writer:3306",
                    "phoenix.database.ssl-mode=REQUIRED",
                    "phoenix.database.user=query",
                    "phoenix.database.password=secret",
                    "phoenix.database.pool-size=7",
                    "phoenix.database.connect-timeout=100ms",
                    "phoenix.database.pool-timeout=300ms",
                    "phoenix.database.socket-timeout=200ms",
                    "phoenix.database.connection-lifetime=1m",
                    "phoenix.query.nodes.max-lag=6s",
                    "phoenix.query.nodes.passed-over-for=2s");

    @Test
    void everySettingIsRead() {
        application.run(context -> {
            assertThat(context.getBean(DatabaseSettings.class))
                    .isEqualTo(new DatabaseSettings(
                            "reader:3306",
                            "writer:3306",
                            "REQUIRED",
                            "query",
                            "secret",
                            7,
                            Duration.ofMillis(100),
                            Duration.ofMillis(300),
                            Duration.ofMillis(200),
                            Duration.ofMinutes(1)));
            assertThat(context.getBean(NodeSettings.class))
                    .isEqualTo(new NodeSettings(Duration.ofSeconds(6), Duration.ofSeconds(2)));
        });
    }

    @Test
    void aMissingPasswordIsToldWithTheNameOfTheVariable() {
        application
                .withPropertyValues("phoenix.database.password=")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("PHOENIX_DATABASE_PASSWORD"));
    }

    @Test
    void aPoolTimeoutThatHikariDoesNotKnowIsRefused() {
        application
                .withPropertyValues("phoenix.database.pool-timeout=249ms")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("at least 250 ms"));
    }

    @Test
    void aServerWithoutAPortIsRefused() {
        application
                .withPropertyValues("phoenix.database.reader=reader")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void thePasswordIsNotInTheText() {
        application.run(context ->
                assertThat(context.getBean(DatabaseSettings.class)).asString().doesNotContain("secret"));
    }

    @EnableConfigurationProperties({DatabaseSettings.class, NodeSettings.class})
    static class Settings {}
}
