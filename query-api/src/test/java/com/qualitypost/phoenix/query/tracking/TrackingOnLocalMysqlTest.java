package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class TrackingOnLocalMysqlTest extends LongPollSpecification {
    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry settings) {
        describe(TestServers.mysql(), settings);
    }

    @Override
    Mysql mysql() {
        return TestServers.mysql();
    }
}
