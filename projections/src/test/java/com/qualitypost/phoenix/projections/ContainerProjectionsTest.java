package com.qualitypost.phoenix.projections;

import com.qualitypost.phoenix.servers.junit.ContainerServers;
import com.qualitypost.phoenix.servers.junit.Need;
import com.qualitypost.phoenix.servers.junit.Needs;
import com.qualitypost.phoenix.servers.kafka.Kafka;
import com.qualitypost.phoenix.servers.mysql.Mysql;

@Needs(value = Need.CONTAINER_ENGINE, insteadRuns = LocalProjectionsTest.class)
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
