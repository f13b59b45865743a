package com.qualitypost.phoenix.servers.junit;

import com.qualitypost.phoenix.servers.kafka.Kafka;
import com.qualitypost.phoenix.servers.kafka.KafkaServer;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.registry.RegistryServer;
import com.qualitypost.phoenix.servers.registry.RegistryServer.Storage;
import java.nio.file.Path;

/** One Kafka, one MySQL and one schema registry for all tests of this JVM, as local processes. */
public final class TestServers {
    private TestServers() {}

    public static Kafka kafka() {
        return KafkaHolder.KAFKA;
    }

    public static Mysql mysql() {
        return MysqlHolder.MYSQL;
    }

    public static RegistryServer registry() {
        return RegistryHolder.REGISTRY;
    }

    /** An empty folder of this JVM, for tests that start a server of their own. */
    public static Path folder(String name) {
        return TestFolder.PATH.resolve(name);
    }

    private static final class KafkaHolder {
        static final Kafka KAFKA = KafkaServer.start(folder(KafkaServer.NAME), Ports.free(), Lifetime.ATTACHED);
    }

    private static final class MysqlHolder {
        static final Mysql MYSQL = new LocalMysql();
    }

    private static final class RegistryHolder {
        static final RegistryServer REGISTRY = RegistryServer.start(
                folder(RegistryServer.NAME), Ports.free().registry(), Storage.MEMORY, Lifetime.ATTACHED);
    }
}
