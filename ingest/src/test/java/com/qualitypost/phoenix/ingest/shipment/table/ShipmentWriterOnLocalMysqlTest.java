package com.qualitypost.phoenix.ingest.shipment.table;

import com.qualitypost.phoenix.servers.Mysql;
import com.qualitypost.phoenix.servers.junit.TestServers;

class ShipmentWriterOnLocalMysqlTest extends ShipmentWriterSpecification {

    @Override
    Mysql mysql() {
        return TestServers.mysql();
    }
}
