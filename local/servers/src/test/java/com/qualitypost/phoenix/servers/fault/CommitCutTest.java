package com.qualitypost.phoenix.servers.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.servers.fault.FaultProxy.CommitCut;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitCutTest {
    private final Mysql mysql = TestServers.mysql();
    private final URI direct = URI.create(mysql.writerUrl("phoenix").substring("jdbc:".length()));
    private final FaultProxy proxy = FaultProxy.openBeforeMysql(0, direct.getPort());

    @BeforeEach
    void createTable() throws SQLException {
        try (Connection connection = connect(direct.getPort());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS cut");
            statement.execute("CREATE TABLE cut (id INT PRIMARY KEY)");
        }
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void cutBeforeTheCommitNothingIsWritten() throws SQLException {
        insertThroughACut(CommitCut.BEFORE);

        assertThat(rows()).isZero();
    }

    @Test
    void cutAfterTheCommitTheClientCannotTell() throws SQLException {
        insertThroughACut(CommitCut.AFTER);

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void onlySoManyCommitsAreCut() throws SQLException {
        insertThroughACut(CommitCut.BEFORE);
        assertThat(proxy.commitsToCut()).isZero();

        try (Connection connection = connect(proxy.port())) {
            insert(connection);
            connection.commit();
        }
        assertThat(rows()).isEqualTo(1);
    }

    private void insertThroughACut(CommitCut cut) throws SQLException {
        try (Connection connection = connect(proxy.port())) {
            insert(connection);
            proxy.cutAtCommit(cut, 1);
            assertThatThrownBy(connection::commit)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Communications link failure");
        }
    }

    private static void insert(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO cut VALUES (1)");
        }
    }

    private int rows() throws SQLException {
        try (Connection connection = connect(direct.getPort());
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM cut")) {
            count.next();
            return count.getInt(1);
        }
    }

    private Connection connect(int port) throws SQLException {
        String url = mysql.writerUrl("phoenix").replace(":" + direct.getPort() + "/", ":" + port + "/");
        return DriverManager.getConnection(url, "migrate", mysql.credentials().password("migrate"));
    }
}
