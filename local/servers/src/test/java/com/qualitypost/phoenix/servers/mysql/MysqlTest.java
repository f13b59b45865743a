package com.qualitypost.phoenix.servers.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every MySQL for tests has to do, wherever it runs. */
public abstract class MysqlTest {
    abstract Mysql mysql();

    @Test
    void theReaderHasWhatTheWriterCommitted() throws SQLException {
        write("migrate", "CREATE TABLE stamp (id INT PRIMARY KEY)");
        write("migrate", "INSERT INTO stamp VALUES (1), (2)");

        assertThat(read("migrate", "SELECT COUNT(*) FROM stamp")).containsExactly("2");
    }

    @Test
    void nobodyWritesOnTheReader() {
        assertThatThrownBy(() -> run(mysql().readerUrl("phoenix"), "migrate", "CREATE TABLE mistake (id INT)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void aUserSeesATableOnlyWhenItsOwnerGrantsIt() throws SQLException {
        write("migrate", "CREATE TABLE parcel (id INT PRIMARY KEY)");
        assertThatThrownBy(() -> write("writer", "INSERT INTO parcel VALUES (1)"))
                .hasMessageContaining("denied");

        write("migrate", "GRANT SELECT, INSERT ON parcel TO 'writer'@'%'");

        write("writer", "INSERT INTO parcel VALUES (1)");
    }

    @Test
    void theMigratingUserMakesViewsForOthers() throws SQLException {
        write("migrate", "CREATE TABLE tracked (id INT PRIMARY KEY)");
        write("migrate", "CREATE VIEW phoenix_read.tracked_id AS SELECT id FROM phoenix.tracked");
        write("migrate", "GRANT SELECT ON phoenix_read.tracked_id TO 'query'@'%'");

        assertThat(read("query", "SELECT COUNT(*) FROM phoenix_read.tracked_id"))
                .containsExactly("0");
    }

    @Test
    void changesCanBeCapturedFromTheBinlog() throws SQLException {
        write("migrate", "CREATE TABLE captured (id INT PRIMARY KEY)");
        write("migrate", "GRANT SELECT ON captured TO 'cdc'@'%'");
        assertThat(query(mysql().writerUrl(""), "cdc", "SELECT COUNT(*) FROM phoenix.captured"))
                .containsExactly("0");
        run(mysql().writerUrl(""), "cdc", "FLUSH TABLES WITH READ LOCK");
        assertThat(query(
                        mysql().writerUrl(""),
                        "cdc",
                        "SELECT CONCAT_WS(' ', @@log_bin, @@binlog_format, @@binlog_row_image, @@gtid_mode)"))
                .containsExactly("1 ROW FULL ON");
    }

    @Test
    void whoCapturesChangesReadsNoOtherTable() throws SQLException {
        write("migrate", "CREATE TABLE private (id INT PRIMARY KEY)");

        assertThatThrownBy(() -> query(mysql().writerUrl(""), "cdc", "SELECT * FROM phoenix.private"))
                .hasMessageContaining("SELECT command denied to user 'cdc'");
        assertThatThrownBy(() -> query(mysql().writerUrl(""), "cdc", "SELECT * FROM mysql.user"))
                .hasMessageContaining("denied to user 'cdc'");
    }

    @Test
    void timesAreUtcAndTextIsUnicode() throws SQLException {
        assertThat(query(
                        mysql().writerUrl(""),
                        "writer",
                        "SELECT CONCAT_WS(' ', @@GLOBAL.time_zone, @@collation_server)"))
                .containsExactly("+00:00 utf8mb4_0900_ai_ci");
    }

    private void write(String user, String sql) throws SQLException {
        run(mysql().writerUrl("phoenix"), user, sql);
    }

    private List<String> read(String user, String sql) throws SQLException {
        return query(mysql().readerUrl(user.equals("query") ? "phoenix_read" : "phoenix"), user, sql);
    }

    private void run(String url, String user, String sql) throws SQLException {
        try (Connection connection = connect(url, user);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> query(String url, String user, String sql) throws SQLException {
        try (Connection connection = connect(url, user);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private Connection connect(String url, String user) throws SQLException {
        return DriverManager.getConnection(url, user, mysql().credentials().password(user));
    }
}
