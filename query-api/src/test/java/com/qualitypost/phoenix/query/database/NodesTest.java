package com.qualitypost.phoenix.query.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.query.ReadModelFixture;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** Which nodes are considered dead, with real ones. */
class NodesTest {
    private static final Mysql MYSQL = TestServers.mysql();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Nodes nodes = new NodesConfiguration()
            .operatorNodes(
                    new DatabaseSettings(
                            MYSQL.reader(),
                            MYSQL.writer(),
                            "DISABLED",
                            "query",
                            MYSQL.credentials().password("query"),
                            2,
                            PATIENCE,
                            PATIENCE,
                            PATIENCE,
                            Duration.ofMinutes(5)),
                    new NodeSettings(Duration.ofDays(1), Duration.ofDays(1)));

    @BeforeEach
    void thereAreTables() {
        new ReadModelFixture(MYSQL.writerUrl("phoenix"), MYSQL.writerUrl("phoenix_read"), MYSQL.credentials());
        MYSQL.readerUrl("");
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ~", // no SQL
                "SELECT nonsense", // no column
                "SELECT COUNT(*) FROM phoenix.operator_quarantine WHERE reason = 'ñ'", // collations
                "SELECT 9223372036854775807 + 1", // out of range
                "SELECT as_of FROM phoenix_read.cdc_position WHERE id = 2", // no row
            })
    void aMistakeIsThrownAndNobodyIsPassedOverForIt(String mistake) {
        assertThatThrownBy(() -> nodes.ask(jdbc -> new Freshness(
                        jdbc.sql(mistake).query(LocalDateTime.class).single(), null)))
                .isInstanceOf(DataAccessException.class);

        assertThat(nodes.ask(Freshness::of))
                .hasValueSatisfying(answer -> assertThat(answer.servedBy()).isEqualTo(Role.READER));
    }
}
