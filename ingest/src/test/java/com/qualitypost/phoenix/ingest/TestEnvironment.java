package com.qualitypost.phoenix.ingest;

import com.qualitypost.phoenix.deploy.Deployment;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.mysql.MysqlSoftware;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The environment of a test: a MySQL of its own, which it may kill, and topics of its own. */
public final class TestEnvironment implements AutoCloseable {
    private static final String LOCK_WAITS =
            "SELECT trx_id FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";

    private final String name;
    private final Path folder;
    private final int port = Ports.free().mysqlWriter();
    private MysqlServer mysql;

    public TestEnvironment(String name) {
        this.name = name;
        this.folder = TestServers.folder(name);
        this.mysql = start();
        try {
            new Deployment(
                            TestServers.kafka().bootstrapServers(),
                            TestServers.registry().confluentUrl(),
                            prefix(),
                            4,
                            1)
                    .deploy();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private MysqlServer start() {
        return MysqlServer.writer(MysqlSoftware.locate(_ -> {}), folder.resolve("mysql"), port, Lifetime.ATTACHED);
    }

    public String prefix() {
        return name + ".";
    }

    /** The settings of an application in this environment. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("phoenix.kafka.bootstrap-servers", TestServers.kafka().bootstrapServers());
        settings.put("phoenix.management.port", "0");
        settings.put("phoenix.management.token", Operator.TOKEN);
        settings.put("phoenix.registry.url", TestServers.registry().coreUrl());
        settings.put("phoenix.kafka.topic-prefix", prefix());
        settings.put("phoenix.streams.application-id", name);
        settings.put("phoenix.streams.state-dir", folder.resolve("state").toString());
        settings.put("phoenix.writer.group-id", name + "-writer");
        settings.put("phoenix.database.writer", "127.0.0.1:" + port);
        settings.put("phoenix.database.password", mysql.credentials().password("writer"));
        settings.put("phoenix.database.migrate-password", mysql.credentials().password("migrate"));
        return settings;
    }

    public MysqlServer mysql() {
        return mysql;
    }

    public void startMysql() {
        mysql = start();
    }

    public JdbcTemplate as(String user) {
        return new JdbcTemplate(new DriverManagerDataSource(
                mysql.jdbcUrl("phoenix"), user, mysql.credentials().password(user)));
    }

    public long count(String rows) {
        Long count = as("migrate").queryForObject("SELECT COUNT(*) FROM " + rows, Long.class);
        return count == null ? 0 : count;
    }

    /** How many transactions are waiting for a lock now. */
    public int lockWaits() {
        return as("root").queryForList(LOCK_WAITS).size();
    }

    /** Counts from now on every row of the quarantine that is written, even if it exists already. */
    public void countWrites() {
        JdbcTemplate root = as("root");
        root.execute("CREATE TABLE written (source_partition INT, source_offset BIGINT)");
        root.execute("""
                CREATE TRIGGER count_writes BEFORE INSERT ON quarantine FOR EACH ROW
                INSERT INTO written VALUES (NEW.source_partition, NEW.source_offset)""");
    }

    public long writtenTwice() {
        return count("(SELECT 1 FROM written GROUP BY source_partition, source_offset HAVING COUNT(*) > 1) twice");
    }

    /** An application in this environment, in this JVM. */
    public ConfigurableApplicationContext run(String... arguments) {
        return new SpringApplicationBuilder(IngestApplication.class)
                .run(arguments(arguments).toArray(String[]::new));
    }

    /** An application in this environment, as a separate process. */
    public ServerProcess application(String called, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                IngestApplication.class.getName()));
        command.addAll(arguments(arguments));
        return ServerProcess.start(called, folder.resolve(called), command, Lifetime.ATTACHED);
    }

    /** The given settings override those of this environment. */
    private List<String> arguments(String... given) {
        Map<String, String> settings = settings();
        settings.put("server.port", "0");
        for (String argument : given) {
            String[] setting = argument.split("=", 2);
            settings.put(setting[0].substring("--".length()), setting[1]);
        }
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    @Override
    public void close() {
        mysql.close();
    }
}
