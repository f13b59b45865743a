package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.servers.Mysql;
import com.qualitypost.phoenix.servers.junit.ContainerServers;
import com.qualitypost.phoenix.servers.junit.EnabledIfDocker;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@EnabledIfDocker(insteadRuns = TrackingOnLocalMysqlTest.class)
class TrackingOnContainerMysqlTest extends WaitSpecification {
    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry settings) {
        describe(ContainerServers.mysql(), settings);
    }

    @Override
    Mysql mysql() {
        return ContainerServers.mysql();
    }
}
