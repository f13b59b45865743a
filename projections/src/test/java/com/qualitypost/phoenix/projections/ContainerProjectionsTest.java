package com.qualitypost.phoenix.projections;

import com.qualitypost.phoenix.servers.Kafka;
import com.qualitypost.phoenix.servers.Mysql;
import com.qualitypost.phoenix.servers.junit.ContainerServers;
import com.qualitypost.phoenix.servers.junit.EnabledIfDocker;

@EnabledIfDocker(insteadRuns = LocalProjectionsTest.class)
class ContainerProjectionsTest extends ProjectionsTest {
    @Override
    Kafka kafka() {
        return ContainerServers.kafka();
    }

    @Override
    Mysql mysql() {
        return ContainerServers.mysql();
    }
}
