package com.qualitypost.phoenix.projections;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.servers.Kafka;
import com.qualitypost.phoenix.servers.Mysql;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What the projections promise, from the writer's tables to the read side and the topic. */
abstract class ProjectionsTest {

    abstract Kafka kafka();

    abstract Mysql mysql();

    private Stage stage() {
        return Stage.of(
                mysql().writerUrl("phoenix"),
                mysql().credentials(),
                kafka().bootstrapServers(),
                TestServers.registry().coreUrl().replace("/apis/registry/v3", ""));
    }

    private static ConditionFactory soon() {
        return await().atMost(30, SECONDS);
    }

    @Test
    void aShipmentBecomesAnAnswerAndAnAnnouncement() throws Exception {
        Stage stage = stage().emptied().withShipmentTable().withTopics();
        Parcels parcels = Parcels.of(stage);
        parcels.saved("PQ000000015MX", 1, "CREATED");

        try (ConfigurableApplicationContext first = stage.node(8201);
                var announcements = new Announcements(stage)) {
            soon().ignoreExceptions()
                    .until(() -> parcels.answered("PQ000000015MX"), Optional.of("CREATED 1.1")::equals);

            parcels.saved("PQ000000015MX", 2, "IN_TRANSIT");
            parcels.saved("RB123456785GB", 1, "IN_TRANSIT");

            soon().until(() -> parcels.answered("RB123456785GB"), Optional.of("IN_TRANSIT 1.1")::equals);
            assertThat(parcels.answered("PQ000000015MX")).contains("IN_TRANSIT 1.2");
            assertThat(parcels.body("RB123456785GB", "es")).startsWith("{\"stale\":false,");
            soon().untilAsserted(() -> assertThat(announcements.all())
                    .contains("PQ000000015MX IN_TRANSIT 1.2", "RB123456785GB IN_TRANSIT 1.1"));
        }
    }
}
