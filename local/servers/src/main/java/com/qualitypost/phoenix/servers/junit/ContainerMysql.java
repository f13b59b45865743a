package com.qualitypost.phoenix.servers.junit;

import com.qualitypost.phoenix.servers.mysql.Credentials;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.servers.mysql.MysqlOptions;
import com.qualitypost.phoenix.servers.mysql.MysqlSetup;
import com.qualitypost.phoenix.servers.mysql.MysqlSetup.Root;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.Network;
import org.testcontainers.mysql.MySQLContainer;

/** MySQL in containers; the reader starts when it is first needed. Testcontainers removes both when the JVM ends. */
final class ContainerMysql implements Mysql {
    private static final String WRITER_HOST = "writer";

    private final Credentials credentials = Credentials.random();
    private final Network network = Network.newNetwork();
    private final MySQLContainer writer = container(MysqlOptions.writer()).withNetworkAliases(WRITER_HOST);
    private @Nullable MySQLContainer reader;

    ContainerMysql() {
        writer.start();
        // The reader's image has done the same set-up as the writer's: it must not be replicated.
        MysqlSetup.run(root(writer), List.of("RESET BINARY LOGS AND GTIDS"));
        MysqlSetup.createUsers(root(writer), credentials);
    }

    @Override
    public String writerUrl(String schema) {
        return url(writer, schema);
    }

    @Override
    public synchronized String readerUrl(String schema) {
        if (reader == null) {
            reader = startReader();
        }
        MysqlSetup.awaitCaughtUp(root(writer), root(reader));
        return url(reader, schema);
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }

    private MySQLContainer startReader() {
        MySQLContainer started = container(MysqlOptions.reader());
        started.start();
        MysqlSetup.follow(root(started), WRITER_HOST, MySQLContainer.MYSQL_PORT, credentials);
        MysqlSetup.run(root(started), List.of("SET GLOBAL super_read_only = ON"));
        return started;
    }

    private MySQLContainer container(List<String> options) {
        return new MySQLContainer("mysql:8.4")
                .withUsername("root")
                .withPassword(credentials.password("root"))
                .withNetwork(network)
                .withCommand(options.toArray(String[]::new));
    }

    private Root root(MySQLContainer container) {
        return new Root(url(container, ""), credentials.password("root"));
    }

    private static String url(MySQLContainer container, String schema) {
        return MysqlSetup.jdbcUrl(container.getHost(), container.getMappedPort(MySQLContainer.MYSQL_PORT), schema);
    }
}
