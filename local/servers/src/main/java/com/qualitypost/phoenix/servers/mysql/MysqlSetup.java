package com.qualitypost.phoenix.servers.mysql;

import com.qualitypost.phoenix.servers.process.Resources;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.util.List;
import java.util.Map;

/** Turns a fresh MySQL into Phoenix's writer or reader, wherever it runs. */
public final class MysqlSetup {
    /** A reader that starts empty reads everything that the writer ever did. */
    private static final int CATCH_UP_LIMIT_SECONDS = 180;

    /** How to log in as root. */
    public record Root(String url, String password) {}

    private MysqlSetup() {}

    /** Creates the schemas and users of {@code users.sql}; afterwards root@localhost has its password. */
    public static void createUsers(Root writer, Credentials credentials) {
        String script = Resources.text("users.sql");
        for (Map.Entry<String, String> user : credentials.passwords().entrySet()) {
            script = script.replace("${" + user.getKey() + "}", user.getValue());
        }
        run(writer, Jdbc.statements(script));
    }

    public static void follow(Root reader, String writerHost, int writerPort, Credentials credentials) {
        // By default a reader gives up for good once its writer has not answered ten times.
        String source = """
                CHANGE REPLICATION SOURCE TO SOURCE_HOST = '%s', SOURCE_PORT = %d, SOURCE_USER = 'replica',
                    SOURCE_PASSWORD = '%s', SOURCE_AUTO_POSITION = 1, GET_SOURCE_PUBLIC_KEY = 1,
                    SOURCE_CONNECT_RETRY = 1, SOURCE_RETRY_COUNT = 1000000000
                """.formatted(writerHost, writerPort, credentials.password("replica"));
        run(reader, List.of("STOP REPLICA", source, "START REPLICA"));
    }

    /** Waits until the reader has everything the writer has committed by now. */
    public static void awaitCaughtUp(Root writer, Root reader) {
        awaitExecuted(reader, executed(writer));
    }

    /** The ids of all transactions that a server has. */
    static String executed(Root server) {
        return Jdbc.ask(server.url, server.password, "SELECT @@GLOBAL.gtid_executed");
    }

    /** Waits until the reader has all these transactions. */
    static void awaitExecuted(Root reader, String transactions) {
        String timedOut = Jdbc.ask(
                reader.url,
                reader.password,
                "SELECT WAIT_FOR_EXECUTED_GTID_SET('%s', %d)".formatted(transactions, CATCH_UP_LIMIT_SECONDS));
        if (!timedOut.equals("0")) {
            throw new ServerException("The MySQL reader did not catch up with the writer in " + CATCH_UP_LIMIT_SECONDS
                    + " s. SHOW REPLICA STATUS at " + reader.url + " says why.");
        }
    }

    public static void run(Root root, List<String> statements) {
        Jdbc.run(root.url, root.password, statements);
    }

    /** The JDBC address of a server on this machine; an empty schema is left out. */
    public static String jdbcUrl(String host, int port, String schema) {
        return Jdbc.url(host, port, schema);
    }
}
