package com.qualitypost.phoenix.bench.limit;

import com.qualitypost.phoenix.bench.system.SpareMysql;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.ThreadLocalRandom;

/** How many rows of an answer's size MySQL takes and gives in a second: durable, in the statements that suit it best. */
public final class RawRows {
    private static final int ROWS = 100_000;
    private static final int ROWS_AT_ONCE = 500;
    private static final int BODY_BYTES = 600;

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS bench_limit.doc (
                number VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
                body VARBINARY(4000) NOT NULL)""";

    private static final String UPSERT = "INSERT INTO bench_limit.doc (number, body) VALUES "
            + String.join(",", Collections.nCopies(ROWS_AT_ONCE, "(?, ?)"))
            + " AS n ON DUPLICATE KEY UPDATE body = n.body";

    private static final String SELECT = "SELECT body FROM bench_limit.doc WHERE number = ?";

    private static final String PREPARED = "&useServerPrepStmts=true&cachePrepStmts=true";

    private final SpareMysql.Access access;

    public RawRows(SpareMysql.Access access) {
        this.access = access;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS bench_limit");
            statement.execute(TABLE);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Rows written a second, sorted by key, 500 in a statement, each a transaction. */
    public double upsertsPerSecond(Duration time) {
        try (Connection connection = connect();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            long rows = 0;
            long began = System.nanoTime();
            while (System.nanoTime() - began < time.toNanos() || rows < ROWS) {
                for (int i = 0; i < ROWS_AT_ONCE; i++) {
                    byte[] body = new byte[BODY_BYTES];
                    ThreadLocalRandom.current().nextBytes(body);
                    upsert.setString(2 * i + 1, number((int) ((rows + i) % ROWS)));
                    upsert.setBytes(2 * i + 2, body);
                }
                upsert.executeUpdate();
                rows += ROWS_AT_ONCE;
            }
            return rows / ((System.nanoTime() - began) / 1e9);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Rows read a second by primary key, one in a statement, by two connections. */
    public double selectsPerSecond(Duration time) {
        return 2 * TwoThreads.mean(() -> selects(time));
    }

    private double selects(Duration time) {
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            long rows = 0;
            long began = System.nanoTime();
            while (System.nanoTime() - began < time.toNanos()) {
                select.setString(1, number(ThreadLocalRandom.current().nextInt(ROWS)));
                try (ResultSet found = select.executeQuery()) {
                    if (found.next()) {
                        rows++;
                    }
                }
            }
            return rows / ((System.nanoTime() - began) / 1e9);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(access.url() + PREPARED, "root", access.password());
    }

    private static String number(int row) {
        return "PQ%09dMX".formatted(row);
    }

    private static ServerException failed(SQLException e) {
        return new ServerException("Measuring MySQL's limit: " + e.getMessage(), e);
    }
}
