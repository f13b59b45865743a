package com.qualitypost.phoenix.servers.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.process.Folders;
import com.qualitypost.phoenix.servers.process.Lifetime;
import com.qualitypost.phoenix.servers.process.Ports;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MysqlFailoverTest {
    private static final String WORDS = "SELECT GROUP_CONCAT(word ORDER BY word) FROM said";
    private static final String FIRST_TRANSACTION_STILL_THERE = "SELECT @@GLOBAL.gtid_purged = ''";

    private final MysqlSoftware software = MysqlSoftware.locate(System.out::println);
    private final String run = UUID.randomUUID().toString();
    private final Ports ports = Ports.free();
    private MysqlServer one =
            MysqlServer.writer(software, TestServers.folder(run + "-one"), ports.mysqlWriter(), Lifetime.ATTACHED);
    private MysqlServer other = MysqlServer.standby(
            software, TestServers.folder(run + "-other"), ports.mysqlReader(), one, Lifetime.ATTACHED);

    @BeforeEach
    void createTable() {
        Jdbc.run(one.jdbcUrl("phoenix"), root(), List.of("CREATE TABLE said (word VARCHAR(20) PRIMARY KEY)"));
        say(one, "known");
        other.awaitCaughtUp(one);
    }

    @AfterEach
    void end() {
        one.kill();
        other.kill();
        Folders.remove(TestServers.folder(run + "-one"));
        Folders.remove(TestServers.folder(run + "-other"));
    }

    @Test
    void anotherServerTakesOverAllThatWasCommitted() throws SQLException {
        say(one, "committed");
        try (Connection open = DriverManager.getConnection(one.jdbcUrl("phoenix"), "root", root());
                Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute("INSERT INTO said VALUES ('uncommitted')");

            one = one.takeOver(Ports.free().mysqlWriter());
            open.abort(Runnable::run); // closing it would roll back on a server that is gone
        }

        assertThat(Ports.answers(ports.mysqlWriter())).isFalse();
        assertThat(words(one)).isEqualTo("committed,known");
        say(one, "next");
        other = other.follow(one);
        assertThat(words(other)).isEqualTo("committed,known,next");
    }

    @Test
    void aPromotedStandbyGoesOnAndTheOldWriterFollowsIt() {
        other.delay(Duration.ofMinutes(1));
        say(one, "received");
        awaitReceived();
        assertThat(words(other)).isEqualTo("known");
        one.kill();

        other.promote();

        say(other, "next");
        assertThat(words(other)).isEqualTo("known,next,received");
        assertThat(ask(other, FIRST_TRANSACTION_STILL_THERE)).isEqualTo("1");
        one = one.follow(other);
        assertThat(words(one)).isEqualTo("known,next,received");
        assertCannotBeWrittenTo(one);
    }

    @Test
    void aStaleStandbyHasLostItsTailAndTheOldWriterForgetsItToo() {
        other.stopApplying();
        say(one, "lost");
        one.kill();

        other.promote();

        say(other, "next");
        assertThat(words(other)).isEqualTo("known,next");
        one = one.follow(other);
        assertThat(words(one)).isEqualTo("known,next");
        assertThat(ask(one, FIRST_TRANSACTION_STILL_THERE)).isEqualTo("1");
    }

    @Test
    void theWritersCanChangePlacesAgainAndAgain() {
        other.promote();
        one = one.follow(other);
        say(other, "other's");
        one.awaitCaughtUp(other);

        one.promote();
        other = other.follow(one);
        say(one, "one's");
        other.awaitCaughtUp(one);

        assertThat(words(other)).isEqualTo("known,one's,other's");
        assertCannotBeWrittenTo(other);
    }

    @Test
    void whoStopsToApplyCatchesUpLater() {
        other.stopApplying();
        say(one, "later");
        awaitReceived();
        assertThat(words(other)).isEqualTo("known");

        other.startApplying();
        other.awaitCaughtUp(one);

        assertThat(words(other)).isEqualTo("known,later");
    }

    @Test
    void aReaderWaitsForItsWriterAsLongAsItTakes() {
        assertThat(status("Source_Retry_Count")).isEqualTo("1000000000");
    }

    @Test
    void aWriterCanBeMadeReadOnly() {
        one.makeReadOnly();
        assertCannotBeWrittenTo(one);

        one.makeWritable();

        say(one, "again");
        assertThat(words(one)).isEqualTo("again,known");
    }

    private void awaitReceived() {
        String committed = ask(one, "SELECT @@GLOBAL.gtid_executed");
        await().until(() -> ask(one, "SELECT GTID_SUBSET('%s', '%s')".formatted(committed, received()))
                .equals("1"));
    }

    private String received() {
        return status("Retrieved_Gtid_Set") + "," + status("Executed_Gtid_Set");
    }

    private String status(String column) {
        return Jdbc.ask(other.jdbcUrl(""), root(), "SHOW REPLICA STATUS", column);
    }

    private void assertCannotBeWrittenTo(MysqlServer server) {
        assertThatThrownBy(() -> say(server, "refused")).hasMessageContaining("super-read-only");
    }

    private void say(MysqlServer server, String word) {
        Jdbc.run(server.jdbcUrl("phoenix"), root(), List.of("INSERT INTO said VALUES (\"" + word + "\")"));
    }

    private String words(MysqlServer server) {
        return ask(server, WORDS);
    }

    private String ask(MysqlServer server, String sql) {
        return Jdbc.ask(server.jdbcUrl("phoenix"), root(), sql);
    }

    private String root() {
        return one.credentials().password("root");
    }
}
