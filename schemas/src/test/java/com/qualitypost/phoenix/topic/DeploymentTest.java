package com.qualitypost.phoenix.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.servers.junit.TestServers;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
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

            var states = new ConfigResource(ConfigResource.Type.TOPIC, "test.shipment-states");
            assertThat(admin.describeConfigs(Set.of(states))
                            .all()
                            .get()
                            .get(states)
                            .get("cleanup.policy")
                            .value())
                    .isEqualTo("compact");
        }
    }

    @Test
    void aSchemaThatCannotReadTheOthersIsRefused() {
        Schema incompatible = new Schema.Parser().parse("""
                        {"type": "record", "name": "Scan", "namespace": "com.qualitypost.phoenix.schemas",
                         "fields": [{"name": "something_else", "type": "string"}]}""");

        assertThatThrownBy(
                        () -> new SchemaRegistry(DEPLOYMENT.registryUrl()).register("test.scans-value", incompatible))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("409");
    }
}
