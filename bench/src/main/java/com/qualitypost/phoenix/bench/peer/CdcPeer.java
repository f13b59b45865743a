package com.qualitypost.phoenix.bench.peer;

import com.qualitypost.phoenix.bench.load.Drain;
import com.qualitypost.phoenix.bench.system.SpareMysql;
import com.qualitypost.phoenix.servers.process.ServerException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Kafka Connect, which copies the changes of one table into another one. */
final class CdcPeer {
    static final String NAME = "connect";

    private static final int ROWS = 200_000;
    private static final int ROWS_AT_ONCE = 500;
    private static final int BODY_BYTES = 600;
    private static final int WARM_UP_ROWS = 10_000;

    private static final String INSERT =
            "INSERT INTO peer_connect.peer_source (id, number, status, body, updated_at) VALUES "
                    + String.join(",", Collections.nCopies(ROWS_AT_ONCE, "(?, ?, 'IN_TRANSIT', ?, UTC_TIMESTAMP(6))"));

    /** Rows come nearly in order, and counting all of them each time would take the peer's CPU. */
    private static final String NEARLY = "SELECT COALESCE(MAX(id), -1) + 1 FROM peer_connect.peer_target";

    private static final String COUNT = "SELECT COUNT(*) FROM peer_connect.peer_target";

    private CdcPeer() {}

    static List<Double> copiedPerSecond(PeerProcess process, SpareMysql.Access access) {
        try (Connection connection = DriverManager.getConnection(access.url(), "root", access.password())) {
            insert(connection, 0, WARM_UP_ROWS);
            drain(connection, WARM_UP_ROWS);
            process.hold();
            insert(connection, WARM_UP_ROWS, ROWS);
            process.letGo();
            return drain(connection, ROWS);
        } catch (SQLException e) {
            throw new ServerException("Making changes for the peer: " + e.getMessage(), e);
        }
    }

    private static void insert(Connection connection, int from, int to) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int row = from; row < to; row += ROWS_AT_ONCE) {
                for (int i = 0; i < ROWS_AT_ONCE; i++) {
                    byte[] body = new byte[BODY_BYTES];
                    ThreadLocalRandom.current().nextBytes(body);
                    insert.setLong(3 * i + 1, row + i);
                    insert.setString(3 * i + 2, "PQ%09dMX".formatted(row + i));
                    insert.setBytes(3 * i + 3, body);
                }
                insert.executeUpdate();
            }
        }
    }

    private static List<Double> drain(Connection connection, int rows) {
        return Drain.perSecond(
                () -> ask(connection, NEARLY), () -> ask(connection, NEARLY) == rows && ask(connection, COUNT) == rows);
    }

    private static long ask(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() ? answer.getLong(1) : 0;
        } catch (SQLException e) {
            throw new ServerException("Counting what the peer has copied: " + e.getMessage(), e);
        }
    }
}
