package com.qualitypost.phoenix.ingest.shipment.table;

import com.qualitypost.phoenix.servers.Mysql;
import com.qualitypost.phoenix.servers.junit.ContainerServers;
import com.qualitypost.phoenix.servers.junit.EnabledIfDocker;

@EnabledIfDocker(insteadRuns = ShipmentWriterOnLocalMysqlTest.class)
class ShipmentWriterOnContainerTest extends ShipmentWriterSpecification {

    @Override
    Mysql mysql() {
        return ContainerServers.mysql();
    }
}
