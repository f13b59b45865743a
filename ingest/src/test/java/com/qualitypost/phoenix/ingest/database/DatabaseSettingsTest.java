package com.qualitypost.phoenix.ingest.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.ingest.table.WriterSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DatabaseSettingsTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Settings.class);

    @EnableConfigurationProperties({DatabaseSettings.class, WriterSettings.class})
    static class Settings {}

    @Test
    void everySettingCanBeGiven() {
        application
                .withPropertyValues(
                        "phoenix.database.writer=db.example:3306",
                        "phoenix.database.ssl-mode=VERIFY_CA",
                        "phoenix.database.socket-timeout=3s",
                        "phoenix.database.user=w",
                        "phoenix.database.password=w1",
                        "phoenix.database.migrate-user=m",
                        "phoenix.database.migrate-password=m1",
                        "phoenix.writer.enabled=false",
                        "phoenix.writer.group-id=g",
                        "phoenix.writer.max-poll-records=7")
                .run(context -> {
                    assertThat(context.getBean(DatabaseSettings.class))
                            .isEqualTo(new DatabaseSettings(
                                    "db.example:3306", "VERIFY_CA", Duration.ofSeconds(3), "w", "w1", "m", "m1"));
                    assertThat(context.getBean(WriterSettings.class)).isEqualTo(new WriterSettings(false, "g", 7));
                });
    }

    @Test
    void aWriterWithoutAPortIsRefused() {
        application
                .withPropertyValues("phoenix.database.writer=db.example")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void passwordsAreNotPrinted() {
        application
                .withPropertyValues("phoenix.database.password=secret", "phoenix.database.migrate-password=secret")
                .run(context -> assertThat(context.getBean(DatabaseSettings.class))
                        .asString()
                        .doesNotContain("secret"));
    }
}
