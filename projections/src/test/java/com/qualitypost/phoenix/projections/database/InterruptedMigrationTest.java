package com.qualitypost.phoenix.projections.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.servers.fault.FaultProxy.StatementFault;
import com.qualitypost.phoenix.servers.junit.MigratedMysql;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.ServerProcess;
import com.qualitypost.phoenix.tables.Migrations;
import com.qualitypost.phoenix.tables.OtherVersionException;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Wherever a migration is cut off, the next start completes it by itself. */
class InterruptedMigrationTest {
    private static MigratedMysql mysql;
    private static int statements;
    private static List<String> whole;

    @BeforeAll
    static void migrateUndisturbed() throws SQLException {
        mysql = new MigratedMysql();
        Migrations.PHOENIX.run(new DriverManagerDataSource(
                mysql.url("phoenix"), "migrate", mysql.credentials().password("migrate")));
        migrate(mysql.proxy().port());
        statements = mysql.proxy().changes();
        whole = mysql.content();
    }

    @BeforeEach
    void forgetAll() throws SQLException {
        mysql.proxy().heal();
        mysql.forget("phoenix_read", "phoenix.cdc_heartbeat");
    }

    @AfterAll
    static void stop() throws SQLException {
        mysql.close();
    }

    @ParameterizedTest
    // A cut before one statement leaves the same as a cut after the previous one; -Ptrials tries both anyway.
    @CsvSource({"CUT_BEFORE, 10", "CUT_AFTER, 1", "SPOILT, 10"})
    void anyStatementCanFail(StatementFault fault, int step) throws SQLException {
        for (int statement = 1; statement <= statements; statement += Boolean.getBoolean("phoenix.trials") ? 1 : step) {
            mysql.forget("phoenix_read", "phoenix.cdc_heartbeat");
            mysql.proxy().strikeChange(statement, fault);
            migrateStruck();
            assertThat(mysql.proxy().changes()).isGreaterThanOrEqualTo(statement);

            migrate(mysql.port());

            assertThat(mysql.content())
                    .as("%s at statement %d of %d", fault, statement, statements)
                    .isEqualTo(whole);
        }
    }

    @Test
    void theProcessCanBeKilled() throws Exception {
        for (int statement : new int[] {2, statements / 2, statements}) {
            mysql.forget("phoenix_read", "phoenix.cdc_heartbeat");
            mysql.proxy().strikeChange(statement, StatementFault.HELD);
            int held = statement;
            try (ServerProcess process = process()) {
                await().until(() -> mysql.proxy().changes() == held);
                process.kill();
            }
            mysql.proxy().cut();

            migrate(mysql.port());

            assertThat(mysql.content()).as("killed at statement %d", statement).isEqualTo(whole);
            mysql.proxy().heal();
        }
    }

    @Test
    void whatAnotherVersionMadeIsLeftAloneAlsoWhereAStatementFailed() throws SQLException {
        migrate(mysql.port());
        String history = "UPDATE phoenix_read.flyway_schema_history ";
        mysql.run(history + "SET checksum = 4711 WHERE version = 1", history + "SET success = FALSE WHERE version = 2");
        List<String> before = mysql.content();

        assertThatThrownBy(() -> migrate(mysql.port()))
                .isInstanceOf(OtherVersionException.class)
                .hasMessageStartingWith(OtherVersionException.TROUBLE)
                .hasMessageContaining("checksum mismatch for migration version 1");

        assertThat(mysql.content()).isEqualTo(before);
    }

    @Test
    void everyTableHasRoomForTheLongestNumber() throws SQLException {
        migrate(mysql.port());

        assertThat(mysql.tablesWithShorter("phoenix_read", "tracking_number", TrackingNumber.LONGEST))
                .isEmpty();
    }

    private static void migrateStruck() {
        try {
            migrate(mysql.proxy().port());
        } catch (FlywayException e) {
            // What the next start has to cope with. Flyway, or the driver, may have tried again what was refused.
        }
    }

    private static void migrate(int port) {
        assertThat(new ReadSchema(settings(port, mysql.credentials().password("migrate"))).areReady())
                .isTrue();
    }

    private static DatabaseSettings settings(int port, String password) {
        return new DatabaseSettings(
                "127.0.0.1:" + port,
                "DISABLED",
                Duration.ofSeconds(5),
                "nobody",
                "",
                "nobody",
                "",
                "migrate",
                password);
    }

    private static ServerProcess process() {
        return ServerProcess.start(
                "migration",
                TestServers.folder("migration"),
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Start.class.getName(),
                        Integer.toString(mysql.proxy().port()),
                        mysql.credentials().password("migrate")),
                Lifetime.ATTACHED);
    }

    /** A process that only migrates. */
    static final class Start {
        private Start() {}

        public static void main(String[] args) {
            new ReadSchema(settings(Integer.parseInt(args[0]), args[1])).areReady();
        }
    }
}
