package com.qualitypost.phoenix.projections;

import com.qualitypost.phoenix.servers.Kafka;
import com.qualitypost.phoenix.servers.Mysql;
import com.qualitypost.phoenix.servers.junit.TestServers;

class LocalProjectionsTest extends ProjectionsTest {
    @Override
    Kafka kafka() {
        return TestServers.kafka();
    }

    @Override
    Mysql mysql() {
        return TestServers.mysql();
    }
}
