package com.qualitypost.phoenix.servers.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.servers.fault.FaultProxy.StatementFault;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementFaultTest {
    private final Mysql mysql = TestServers.mysql();
    private final URI direct = URI.create(mysql.writerUrl("phoenix").substring("jdbc:".length()));
    private final FaultProxy proxy = FaultProxy.openBeforeMysql(0, direct.getPort());

    @BeforeEach
    void createTable() throws SQLException {
        execute(direct.getPort(), "DROP TABLE IF EXISTS struck", "CREATE TABLE struck (id INT PRIMARY KEY)");
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void whatIsCutBeforeIsNotExecuted() throws SQLException {
        proxy.strikeChange(2, StatementFault.CUT_BEFORE);

        assertThatThrownBy(() -> insert(1, 2, 3)).hasMessageContaining("Communications link failure");

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whatIsCutAfterIsExecuted() throws SQLException {
        proxy.strikeChange(2, StatementFault.CUT_AFTER);

        assertThatThrownBy(() -> insert(1, 2, 3)).hasMessageContaining("Communications link failure");

        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void whatIsSpoiltIsRefusedAndNothingElse() throws SQLException {
        proxy.strikeChange(2, StatementFault.SPOILT);

        assertThatThrownBy(() -> insert(1, 2)).isInstanceOf(SQLSyntaxErrorException.class);
        insert(3);

        assertThat(proxy.changes()).isEqualTo(3);
        assertThat(rows()).isEqualTo(2);
    }

    private void insert(int... ids) throws SQLException {
        try (Connection connection = connect(proxy.port());
                Statement statement = connection.createStatement()) {
            for (int id : ids) {
                statement.executeQuery("SELECT 1").close();
                statement.execute("-- So that there is one.\nINSERT INTO struck VALUES (%d)".formatted(id));
            }
        }
    }

    private int rows() throws SQLException {
        try (Connection connection = connect(direct.getPort());
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM struck")) {
            count.next();
            return count.getInt(1);
        }
    }

    private void execute(int port, String... statements) throws SQLException {
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect(int port) throws SQLException {
        String url = mysql.writerUrl("phoenix").replace(":" + direct.getPort() + "/", ":" + port + "/");
        return DriverManager.getConnection(url, "migrate", mysql.credentials().password("migrate"));
    }
}
