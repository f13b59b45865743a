package com.qualitypost.phoenix.bench.system;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a MySQL server has written since it started.
 *
 * @param pages data pages, the copies of the doublewrite buffer included
 */
public record DatabaseWrites(long binlog, long redo, long pages) {
    private static final String STATUS =
            "SHOW GLOBAL STATUS WHERE Variable_name IN ('Innodb_os_log_written', 'Innodb_data_written')";

    private static final String BINLOGS = "SHOW BINARY LOGS";

    static DatabaseWrites of(String url, String rootPassword) {
        try (Connection connection = DriverManager.getConnection(url, "root", rootPassword);
                Statement statement = connection.createStatement()) {
            long redo = 0;
            long all = 0;
            try (ResultSet status = statement.executeQuery(STATUS)) {
                while (status.next()) {
                    if (status.getString(1).equals("Innodb_os_log_written")) {
                        redo = status.getLong(2);
                    } else {
                        all = status.getLong(2);
                    }
                }
            }
            long binlog = 0;
            try (ResultSet files = statement.executeQuery(BINLOGS)) {
                while (files.next()) {
                    binlog += files.getLong(2);
                }
            }
            return new DatabaseWrites(binlog, redo, all - redo);
        } catch (SQLException e) {
            throw new ServerException("Asking MySQL what it has written: " + e.getMessage(), e);
        }
    }

    public DatabaseWrites since(DatabaseWrites before) {
        return new DatabaseWrites(binlog - before.binlog, redo - before.redo, pages - before.pages);
    }
}
