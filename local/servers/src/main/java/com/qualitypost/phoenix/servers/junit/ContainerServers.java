package com.qualitypost.phoenix.servers.junit;

import com.qualitypost.phoenix.servers.file.Unchecked;
import com.qualitypost.phoenix.servers.kafka.Kafka;
import com.qualitypost.phoenix.servers.kafka.KafkaServer;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.testcontainers.kafka.KafkaContainer;

/** The same servers as {@link TestServers}, from the official images; for tests with {@link Need#CONTAINER_ENGINE}. */
public final class ContainerServers {
    // Settings that depend on the container's addresses, which Testcontainers sets.
    private static final Set<String> OWN_SETTINGS = Set.of("process.roles", "node.id", "controller.listener.names");

    private ContainerServers() {}

    public static Kafka kafka() {
        return KafkaHolder.KAFKA::getBootstrapServers;
    }

    public static Mysql mysql() {
        return MysqlHolder.MYSQL;
    }

    private static KafkaContainer startKafka() {
        KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.1").withEnv(environment());
        kafka.start();
        return kafka;
    }

    /** The image reads a setting {@code a.b} from the variable {@code KAFKA_A_B}. */
    private static Map<String, String> environment() {
        Properties settings = new Properties();
        Unchecked.run(() -> settings.load(new StringReader(KafkaServer.commonSettings())));
        return settings.stringPropertyNames().stream()
                .filter(setting -> !OWN_SETTINGS.contains(setting))
                .collect(Collectors.toMap(
                        setting -> "KAFKA_" + setting.replace('.', '_').toUpperCase(Locale.ROOT),
                        settings::getProperty));
    }

    private static final class KafkaHolder {
        static final KafkaContainer KAFKA = startKafka();
    }

    private static final class MysqlHolder {
        static final Mysql MYSQL = new ContainerMysql();
    }
}
