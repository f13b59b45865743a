package com.qualitypost.phoenix.servers.junit;

import com.qualitypost.phoenix.servers.fault.FaultProxy;
import com.qualitypost.phoenix.servers.mysql.Credentials;
import com.qualitypost.phoenix.servers.mysql.MysqlServer;
import com.qualitypost.phoenix.servers.mysql.MysqlSoftware;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A MySQL for one test, to see what migrations leave behind when they are interrupted on their way to it. */
public final class MigratedMysql implements AutoCloseable {
    private static final String OUR_SCHEMAS = "('phoenix', 'phoenix_read')";
    private static final String TABLES = """
            SELECT CONCAT(table_schema, '.', table_name) FROM information_schema.tables
             WHERE table_schema IN %s AND table_name <> 'flyway_schema_history'
             ORDER BY 1""".formatted(OUR_SCHEMAS);
    private static final String HISTORIES = """
            SELECT CONCAT(table_schema, '.', table_name) FROM information_schema.tables
             WHERE table_schema IN %s AND table_name = 'flyway_schema_history'
             ORDER BY 1""".formatted(OUR_SCHEMAS);
    private static final String HISTORY =
            "SELECT CONCAT_WS(' ', version, script, success) FROM %s ORDER BY installed_rank";
    private static final String USERS = "SELECT user FROM mysql.user WHERE host = '%' ORDER BY user";

    private final MysqlServer server = MysqlServer.writer(
            MysqlSoftware.locate(System.out::println),
            TestServers.folder("mysql-migrated"),
            Ports.free().mysqlWriter(),
            Lifetime.ATTACHED);
    private final FaultProxy proxy = FaultProxy.openBeforeMysql(0, server.port());
    private final Connection root;

    public MigratedMysql() throws SQLException {
        root = DriverManager.getConnection(url(""), "root", credentials().password("root"));
        // Some hundred schemas are created, and nobody pulls its plug.
        run(
                "SET GLOBAL innodb_flush_log_at_trx_commit = 0",
                "SET GLOBAL sync_binlog = 0",
                "SET GLOBAL innodb_file_per_table = OFF");
    }

    public FaultProxy proxy() {
        return proxy;
    }

    public int port() {
        return server.port();
    }

    public String url(String schema) {
        return server.jdbcUrl(schema);
    }

    public String urlThroughProxy(String schema) {
        return url(schema).replace(":" + server.port() + "/", ":" + proxy.port() + "/");
    }

    public Credentials credentials() {
        return server.credentials();
    }

    /** As if nothing had ever been created in this schema, or these tables in another one. */
    public void forget(String schema, String... tablesOfOthers) throws SQLException {
        run("DROP SCHEMA " + schema, "CREATE SCHEMA " + schema);
        for (String table : tablesOfOthers) {
            run(
                    "DROP TABLE IF EXISTS " + table,
                    "DELETE FROM mysql.tables_priv WHERE CONCAT(db, '.', table_name) = '%s'".formatted(table));
        }
        // Privileges outlive the tables that they are on.
        run(
                "DELETE FROM mysql.tables_priv WHERE db = '%s'".formatted(schema),
                "DELETE FROM mysql.db WHERE db = '%s' AND user <> 'migrate'".formatted(schema),
                "FLUSH PRIVILEGES");
    }

    /**
     * The whole content: tables and views as MySQL would write them, row counts, migrations that have run, and
     * privileges.
     */
    public List<String> content() throws SQLException {
        List<String> content = new ArrayList<>();
        for (String table : ask(TABLES)) {
            content.addAll(ask("SHOW CREATE TABLE " + table, 2));
            content.addAll(ask("SELECT CONCAT(COUNT(*), ' rows') FROM " + table));
        }
        for (String history : ask(HISTORIES)) {
            content.addAll(ask(HISTORY.formatted(history)));
        }
        for (String user : ask(USERS)) {
            ask("SHOW GRANTS FOR '%s'@'%%'".formatted(user)).stream().sorted().forEach(content::add);
        }
        return content;
    }

    /** Tables with a column of that name that is shorter than this many characters. */
    public List<String> tablesWithShorter(String schema, String column, int characters) throws SQLException {
        return ask("""
                SELECT table_name FROM information_schema.columns
                 WHERE table_schema = '%s' AND column_name = '%s' AND character_maximum_length < %d""".formatted(schema, column, characters));
    }

    /** Runs as root. */
    public void run(String... statements) throws SQLException {
        try (Statement statement = root.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<String> ask(String sql) throws SQLException {
        return ask(sql, 1);
    }

    private List<String> ask(String sql, int column) throws SQLException {
        try (Statement statement = root.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(column));
            }
            return answers;
        }
    }

    @Override
    public void close() throws SQLException {
        root.close();
        proxy.close();
        server.close();
    }
}
