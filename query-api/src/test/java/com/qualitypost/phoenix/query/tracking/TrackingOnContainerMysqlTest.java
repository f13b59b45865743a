package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.servers.junit.ContainerServers;
import com.qualitypost.phoenix.servers.junit.Need;
import com.qualitypost.phoenix.servers.junit.Needs;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@Needs(value = Need.CONTAINER_ENGINE, insteadRuns = TrackingOnLocalMysqlTest.class)
class TrackingOnContainerMysqlTest extends LongPollSpecification {
    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry settings) {
        describe(ContainerServers.mysql(), settings);
    }

    @Override
    Mysql mysql() {
        return ContainerServers.mysql();
    }
}
