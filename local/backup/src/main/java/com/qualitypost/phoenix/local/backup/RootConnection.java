package com.qualitypost.phoenix.local.backup;

import com.qualitypost.phoenix.servers.mysql.Credentials;
import com.qualitypost.phoenix.servers.mysql.MysqlSetup;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A connection as MySQL's root on this machine, which copying a server and making it replicate require. */
final class RootConnection implements AutoCloseable {
    private final SingleConnectionDataSource connection;
    private final JdbcClient db;

    RootConnection(int port, Credentials credentials) {
        this.connection = new SingleConnectionDataSource(
                MysqlSetup.jdbcUrl("127.0.0.1", port, ""), "root", credentials.password("root"), true);
        this.db = JdbcClient.create(connection);
    }

    JdbcClient db() {
        return db;
    }

    void run(String statement) {
        db.sql(statement).update();
    }

    String ask(String question) {
        return db.sql(question).query(String.class).single();
    }

    List<Map<String, @Nullable Object>> rows(String question) {
        return db.sql(question).query().listOfRows();
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
