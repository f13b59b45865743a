package com.qualitypost.phoenix.servers.mysql;

import com.qualitypost.phoenix.servers.junit.TestServers;

class LocalMysqlTest extends MysqlTest {
    @Override
    Mysql mysql() {
        return TestServers.mysql();
    }
}
