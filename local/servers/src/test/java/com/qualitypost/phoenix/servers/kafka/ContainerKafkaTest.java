package com.qualitypost.phoenix.servers.kafka;

import com.qualitypost.phoenix.servers.junit.ContainerServers;
import com.qualitypost.phoenix.servers.junit.Need;
import com.qualitypost.phoenix.servers.junit.Needs;

@Needs(value = Need.CONTAINER_ENGINE, insteadRuns = LocalKafkaTest.class)
class ContainerKafkaTest extends KafkaTest {
    @Override
    Kafka kafka() {
        return ContainerServers.kafka();
    }
}
