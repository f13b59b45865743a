package com.qualitypost.phoenix.servers.mysql;

import com.qualitypost.phoenix.servers.process.ServerException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The few SQL calls needed to set up a server. */
final class Jdbc {
    // On loopback, to servers without certificates; times always travel in UTC.
    private static final String OPTIONS = "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
            + "&sslMode=DISABLED&allowPublicKeyRetrieval=true";

    private Jdbc() {}

    static String url(String host, int port, String schema) {
        return "jdbc:mysql://" + host + ":" + port + "/" + schema + OPTIONS;
    }

    static void run(String url, String password, List<String> statements) {
        try (Connection connection = DriverManager.getConnection(url, "root", password);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new ServerException("Setting up MySQL at " + url + ": " + e.getMessage(), e);
        }
    }

    static String ask(String url, String password, String sql) {
        return ask(url, password, sql, rows -> rows.getString(1));
    }

    /** One column of the first row. */
    static String ask(String url, String password, String sql, String column) {
        return ask(url, password, sql, rows -> rows.getString(column));
    }

    private interface Column {
        @Nullable
        String of(ResultSet row) throws SQLException;
    }

    private static String ask(String url, String password, String sql, Column column) {
        try (Connection connection = DriverManager.getConnection(url, "root", password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(column.of(rows));
        } catch (SQLException e) {
            throw new ServerException("Asking MySQL at " + url + ": " + e.getMessage(), e);
        }
    }

    /** Whether root can log in with this password; also false while the server is not there yet. */
    static boolean admits(String url, String password) {
        try (Connection _ = DriverManager.getConnection(url, "root", password)) {
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    /** The statements of a script whose comments fill whole lines. */
    static List<String> statements(String script) {
        return Stream.of(script.replaceAll("(?m)^--.*$", "").split(";", -1))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }
}
