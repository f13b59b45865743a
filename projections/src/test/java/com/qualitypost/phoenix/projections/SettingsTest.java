package com.qualitypost.phoenix.projections;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.kafka.KafkaSettings;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.projections.database.DatabaseSettings;
import com.qualitypost.phoenix.projections.projector.ProjectorSettings;
import com.qualitypost.phoenix.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SettingsTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Settings.class);

    @EnableConfigurationProperties({
        DatabaseSettings.class,
        KafkaSettings.class,
        RegistrySettings.class,
        ProjectorSettings.class
    })
    static class Settings {}

    @Test
    void theDefaultsFitOneMachine() {
        application.run(context -> {
            var database = context.getBean(DatabaseSettings.class);
            assertThat(database.host()).isEqualTo("127.0.0.1");
            assertThat(database.port()).isEqualTo(3316);
            assertThat(database.user()).isEqualTo("projector");
            assertThat(context.getBean(KafkaSettings.class).name(Topic.TRACKING_CHANGES))
                    .isEqualTo("tracking-changes");
            assertThat(context.getBean(ProjectorSettings.class).lease()).isEqualTo(Duration.ofSeconds(4));
        });
    }

    @Test
    void everySettingCanBeGiven() {
        application
                .withPropertyValues(
                        "phoenix.database.writer=db.example:3306",
                        "phoenix.database.ssl-mode=VERIFY_CA",
                        "phoenix.database.socket-timeout=3s",
                        "phoenix.database.user=p",
                        "phoenix.database.password=p1",
                        "phoenix.database.cdc-user=c",
                        "phoenix.database.cdc-password=c1",
                        "phoenix.database.migrate-user=m",
                        "phoenix.database.migrate-password=m1",
                        "phoenix.kafka.bootstrap-servers=kafka:9",
                        "phoenix.kafka.topic-prefix=eu.",
                        "phoenix.kafka.properties.security.protocol=SSL",
                        "phoenix.registry.url=http://registry",
                        "phoenix.registry.properties.apicurio.registry.auth.username=p",
                        "phoenix.projector.lease=3s")
                .run(context -> {
                    assertThat(context.getBean(DatabaseSettings.class))
                            .isEqualTo(new DatabaseSettings(
                                    "db.example:3306",
                                    "VERIFY_CA",
                                    Duration.ofSeconds(3),
                                    "p",
                                    "p1",
                                    "c",
                                    "c1",
                                    "m",
                                    "m1"));
                    assertThat(context.getBean(KafkaSettings.class))
                            .isEqualTo(new KafkaSettings("kafka:9", "eu.", Map.of("security.protocol", "SSL")));
                    assertThat(context.getBean(RegistrySettings.class))
                            .isEqualTo(new RegistrySettings(
                                    "http://registry", Map.of("apicurio.registry.auth.username", "p")));
                    assertThat(context.getBean(ProjectorSettings.class).lease()).isEqualTo(Duration.ofSeconds(3));
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
                .withPropertyValues(
                        "phoenix.database.cdc-password=secret",
                        "phoenix.kafka.properties.ssl.key.password=secret",
                        "phoenix.registry.properties.apicurio.registry.auth.password=secret")
                .run(context -> assertThat(List.of(
                                context.getBean(DatabaseSettings.class),
                                context.getBean(KafkaSettings.class),
                                context.getBean(RegistrySettings.class)))
                        .asString()
                        .contains("ssl.key.password", "apicurio.registry.auth.password")
                        .doesNotContain("secret"));
    }
}
