package com.qualitypost.phoenix.ingest.table;

import com.qualitypost.phoenix.servers.junit.ContainerServers;
import com.qualitypost.phoenix.servers.junit.Need;
import com.qualitypost.phoenix.servers.junit.Needs;
import com.qualitypost.phoenix.servers.mysql.Mysql;

@Needs(value = Need.CONTAINER_ENGINE, insteadRuns = ShipmentWriterOnLocalMysqlTest.class)
class ShipmentWriterOnContainerTest extends ShipmentWriterSpecification {
    @Override
    Mysql mysql() {
        return ContainerServers.mysql();
    }
}
