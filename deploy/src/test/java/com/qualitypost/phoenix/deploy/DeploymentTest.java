package com.qualitypost.phoenix.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.servers.junit.TestServers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeploymentTest {
    private static final Deployment DEPLOYMENT = new Deployment(
            TestServers.kafka().bootstrapServers(), TestServers.registry().confluentUrl(), "test.", 3, 1);

    @BeforeAll
    static void deployTwice() throws Exception {
        DEPLOYMENT.deploy();
        DEPLOYMENT.deploy();
    }

    @Test
    void everyTopicOfTheCatalogueIsCreatedAsItSays() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", DEPLOYMENT.bootstrapServers()))) {
            var topics = admin.describeTopics(Set.of("test.scans", "test.cdc-schema-history", "test.shipment-states"))
                    .allTopicNames()
                    .get();
            assertThat(topics.get("test.scans").partitions()).hasSize(3);
            assertThat(topics.get("test.cdc-schema-history").partitions()).hasSize(1);

            assertThat(setting(admin, "test.shipment-states", "cleanup.policy")).isEqualTo("compact");
        }
    }

    @Test
    void aTopicThatIsThereGetsTheCataloguesSettingsToo() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", DEPLOYMENT.bootstrapServers()))) {
            var duplicates = new ConfigResource(ConfigResource.Type.TOPIC, "test.duplicate-scans");
            var anHour = new AlterConfigOp(new ConfigEntry("retention.ms", "3600000"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(duplicates, List.of(anHour)))
                    .all()
                    .get();

            DEPLOYMENT.deploy();

            await().untilAsserted(() -> assertThat(setting(admin, "test.duplicate-scans", "retention.ms"))
                    .isEqualTo(Long.toString(Duration.ofDays(8).toMillis())));
        }
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(Set.of(resource))
                .all()
                .get()
                .get(resource)
                .get(name)
                .value();
    }

    @Test
    void aSchemaThatCannotReadTheOthersIsRefused() {
        Schema incompatible = new Schema.Parser().parse("""
                        {"type": "record", "name": "Scan", "namespace": "com.qualitypost.phoenix.schemas",
                         "fields": [{"name": "something_else", "type": "string"}]}""");

        assertThatThrownBy(() -> new SchemaRegistry(DEPLOYMENT.registryUrl(), Map.of())
                        .register("test.scans-value", incompatible))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("409");
    }
}
