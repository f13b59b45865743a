package com.qualitypost.phoenix.servers;

import com.qualitypost.phoenix.servers.junit.ContainerServers;
import com.qualitypost.phoenix.servers.junit.EnabledIfDocker;

@EnabledIfDocker(insteadRuns = LocalKafkaTest.class)
class ContainerKafkaTest extends KafkaTest {
    @Override
    Kafka kafka() {
        return ContainerServers.kafka();
    }
}
