package com.qualitypost.phoenix.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What statements of several modules say about the tables is what the migrations create. */
class MigratedTablesTest {
    private Connection connection;

    @BeforeAll
    static void migrate() {
        Migrations.PHOENIX.run(database("phoenix"));
        Migrations.PHOENIX_READ.run(database("phoenix_read"));
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = database("phoenix_read").getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @EnumSource
    void anIndexThatStatementsNameExists(MerchantShipmentIndex index) throws SQLException {
        assertThat(one("SELECT COUNT(*) > 0 FROM information_schema.statistics WHERE table_schema = 'phoenix_read'"
                        + " AND table_name = 'merchant_shipment' AND index_name = '%s'".formatted(index)))
                .isEqualTo("1");
    }

    @Test
    void theRowOfThePositionIsThereFromTheBeginning() throws SQLException {
        assertThat(one(CdcPosition.IS_THERE)).isEqualTo("1");
        assertThat(one("SELECT COUNT(*) FROM (SELECT %s, %s AS announced FROM %s WHERE %s) read_by_others"
                        .formatted(
                                CdcPosition.FRESHNESS, CdcPosition.ANNOUNCED, CdcPosition.ROW, CdcPosition.IS_THE_ROW)))
                .isEqualTo("1");
    }

    @Test
    void aRestoreLeavesAPositionThatNobodyOwns() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(CdcPosition.REALIGN)).isEqualTo(1);
        }
        assertThat(one(
                        "SELECT COUNT(*) FROM %s WHERE p.position IS NULL AND p.owner = '' AND p.change_seq >= 1000000000"
                                .formatted(CdcPosition.ROW)))
                .isEqualTo("1");
        connection.rollback();
    }

    private String one(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static MysqlDataSource database(String schema) {
        var database = new MysqlDataSource();
        database.setUrl(TestServers.mysql().writerUrl(schema));
        database.setUser("migrate");
        database.setPassword(TestServers.mysql().credentials().password("migrate"));
        return database;
    }
}
