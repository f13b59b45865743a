package com.qualitypost.phoenix.projections;

import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.kafka.Kafka;
import com.qualitypost.phoenix.servers.mysql.Mysql;

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
