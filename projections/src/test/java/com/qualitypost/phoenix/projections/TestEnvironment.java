package com.qualitypost.phoenix.projections;

import com.qualitypost.phoenix.deploy.Deployment;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.kafka.Kafka;
import com.qualitypost.phoenix.servers.mysql.Credentials;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import com.qualitypost.phoenix.tables.Migrations;
import com.qualitypost.phoenix.topic.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The environment of a test: a database with ingest's tables, topics of its own, and applications on them. */
public record TestEnvironment(
        String writerUrl, Credentials credentials, String kafka, String registryUrl, String topicPrefix) {
    public static TestEnvironment of(String writerUrl, Credentials credentials, String kafka) {
        String registryUrl = TestServers.registry().coreUrl().replace("/apis/registry/v3", "");
        String prefix = UUID.randomUUID().toString().substring(0, 8) + ".";
        return new TestEnvironment(writerUrl, credentials, kafka, registryUrl, prefix);
    }

    /** On shared servers, as if nothing had ever run there. */
    public static TestEnvironment fresh(Mysql mysql, Kafka kafka) throws Exception {
        return of(mysql.writerUrl("phoenix"), mysql.credentials(), kafka.bootstrapServers())
                .emptied()
                .withTopics();
    }

    public TestEnvironment withTopics() throws Exception {
        new Deployment(kafka, registryUrl + "/apis/ccompat/v7", topicPrefix, 2, 1).deploy();
        return this;
    }

    public TestEnvironment withShipmentTable() {
        Migrations.PHOENIX.run(new DriverManagerDataSource(writerUrl, "migrate", credentials.password("migrate")));
        return this;
    }

    private TestEnvironment emptied() {
        // One connection: a second one would ask for a schema that is not there at that moment.
        var connection = new SingleConnectionDataSource(writerUrl, "root", credentials.password("root"), true);
        JdbcClient root = JdbcClient.create(connection);
        for (String schema : new String[] {"phoenix", "phoenix_read"}) {
            root.sql("DROP SCHEMA " + schema).update();
            root.sql("CREATE SCHEMA " + schema).update();
        }
        connection.destroy();
        return this;
    }

    /** An application in this JVM, as one of several nodes. */
    public Node node(int serverId, String... settings) {
        return Node.of(new SpringApplicationBuilder(ProjectionsApplication.class)
                .run(arguments(serverId, settings).toArray(String[]::new)));
    }

    /** An application in a process of its own. */
    public NodeProcess process(String name, int serverId) {
        Ports ports = Ports.free();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ProjectionsApplication.class.getName()));
        command.addAll(arguments(
                serverId,
                "server.port=" + ports.projections(),
                "phoenix.management.port=" + ports.projectionsManagement()));
        ServerProcess process =
                ServerProcess.start(name, TestServers.folder("node-" + name), command, Lifetime.ATTACHED);
        return new NodeProcess(process, Node.at(ports.projectionsManagement(), process::stop));
    }

    private List<String> arguments(int serverId, String... settings) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("server.port", "0");
        all.put("phoenix.database.writer", writerUrl.replaceAll("jdbc:mysql://([^/]+)/.*", "$1"));
        all.put("phoenix.database.password", credentials.password("projector"));
        all.put("phoenix.database.cdc-password", credentials.password("cdc"));
        all.put("phoenix.database.migrate-password", credentials.password("migrate"));
        all.put("phoenix.kafka.bootstrap-servers", kafka);
        all.put("phoenix.kafka.topic-prefix", topicPrefix);
        all.put("phoenix.registry.url", registryUrl + "/apis/registry/v3");
        all.put("phoenix.cdc.server-id", serverId);
        all.put("phoenix.management.port", "0");
        all.put("phoenix.management.token", Node.TOKEN);
        for (String setting : settings) {
            all.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        return all.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toList();
    }

    public int writerPort() {
        return Integer.parseInt(writerUrl.replaceAll("jdbc:mysql://[^/]+:([0-9]+)/.*", "$1"));
    }

    public JdbcClient as(String user) {
        return JdbcClient.create(new DriverManagerDataSource(writerUrl, user, credentials.password(user)));
    }

    /** All binlogs except an empty new one are gone. */
    public void purgeBinlogs() {
        as("root").sql("FLUSH BINARY LOGS").update();
        String newest = as("root")
                .sql("SHOW BINARY LOGS")
                .query((row, _) -> row.getString(1))
                .list()
                .getLast();
        as("root").sql("PURGE BINARY LOGS TO '" + newest + "'").update();
    }

    /** As on a server that was filled from a dump without GTIDs. */
    public void forgetHistory() {
        as("root").sql("RESET BINARY LOGS AND GTIDS").update();
    }

    String topic(Topic topic) {
        return topic.topicName(topicPrefix);
    }
}
