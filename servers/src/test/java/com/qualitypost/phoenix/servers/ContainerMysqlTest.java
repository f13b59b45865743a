package com.qualitypost.phoenix.servers;

import com.qualitypost.phoenix.servers.junit.ContainerServers;
import com.qualitypost.phoenix.servers.junit.EnabledIfDocker;

@EnabledIfDocker(insteadRuns = LocalMysqlTest.class)
class ContainerMysqlTest extends MysqlTest {
    @Override
    Mysql mysql() {
        return ContainerServers.mysql();
    }
}
