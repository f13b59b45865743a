package com.qualitypost.phoenix.servers.kafka;

import com.qualitypost.phoenix.servers.junit.TestServers;

class LocalKafkaTest extends KafkaTest {
    @Override
    Kafka kafka() {
        return TestServers.kafka();
    }
}
