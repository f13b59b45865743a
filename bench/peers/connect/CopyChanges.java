import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.apache.kafka.connect.cli.ConnectStandalone;

/** Kafka Connect with both connectors; says "ready" once a row was copied, and its deletion too. */
class CopyChanges {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final String TABLE = """
            CREATE TABLE %s (
                id         BIGINT         NOT NULL PRIMARY KEY,
                number     VARCHAR(20)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
                status     VARCHAR(20)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
                body       VARBINARY(700) NOT NULL,
                updated_at DATETIME(6)    NOT NULL
            )""";

    /** A change each time, whether or not the row is there. */
    private static final String TOUCH = """
            INSERT INTO peer_source VALUES (-1, 'PROBE', 'PROBE', 'x', NOW(6))
            ON DUPLICATE KEY UPDATE updated_at = NOW(6)""";

    private final Statement database;

    private CopyChanges(Connection connection) throws SQLException {
        database = connection.createStatement();
    }

    /** Takes the files of settings that Kafka Connect takes. */
    public static void main(String[] settings) throws SQLException {
        String url = "jdbc:mysql://%s:%s/?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                .formatted(System.getenv("JDBC_HOST"), System.getenv("JDBC_PORT"));
        CopyChanges peer = new CopyChanges(
                DriverManager.getConnection(url, System.getenv("JDBC_USER"), System.getenv("JDBC_PASSWORD")));
        peer.createTables();
        Thread.ofPlatform().daemon().start(peer::announce);
        ConnectStandalone.main(settings);
    }

    private void createTables() throws SQLException {
        database.execute("DROP DATABASE IF EXISTS peer_connect");
        database.execute("CREATE DATABASE peer_connect");
        database.execute("USE peer_connect");
        database.execute(TABLE.formatted("peer_source"));
        database.execute(TABLE.formatted("peer_target"));
    }

    private void announce() {
        try {
            await(1, TOUCH);
            await(0, "DELETE FROM peer_source");
            database.getConnection().close();
            System.out.println("ready");
        } catch (SQLException | InterruptedException e) {
            System.err.println("The probe failed: " + e.getMessage());
            System.exit(1);
        }
    }

    private void await(int rows, String change) throws SQLException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        do {
            if (System.nanoTime() > end) {
                throw new SQLException("No change arrived within " + LIMIT + ". What Kafka Connect said is above.");
            }
            database.execute(change);
            Thread.sleep(250);
        } while (copied() != rows);
    }

    private int copied() throws SQLException {
        try (ResultSet count = database.executeQuery("SELECT COUNT(*) FROM peer_target")) {
            count.next();
            return count.getInt(1);
        }
    }
}
