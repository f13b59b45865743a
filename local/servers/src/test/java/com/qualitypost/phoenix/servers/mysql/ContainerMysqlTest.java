package com.qualitypost.phoenix.servers.mysql;

import com.qualitypost.phoenix.servers.junit.ContainerServers;
import com.qualitypost.phoenix.servers.junit.Need;
import com.qualitypost.phoenix.servers.junit.Needs;

@Needs(value = Need.CONTAINER_ENGINE, insteadRuns = LocalMysqlTest.class)
class ContainerMysqlTest extends MysqlTest {
    @Override
    Mysql mysql() {
        return ContainerServers.mysql();
    }
}
