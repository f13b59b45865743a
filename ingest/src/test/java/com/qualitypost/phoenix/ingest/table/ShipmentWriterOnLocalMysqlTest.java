package com.qualitypost.phoenix.ingest.table;

import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;

class ShipmentWriterOnLocalMysqlTest extends ShipmentWriterSpecification {
    @Override
    Mysql mysql() {
        return TestServers.mysql();
    }
}
