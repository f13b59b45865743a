package com.qualitypost.phoenix.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {
    @ParameterizedTest
    @CsvSource({
        "08S01, 0, the link broke or nothing came in time",
        "08004, 1040, too many connections",
        "08S01, 1053, the server shuts down",
        "70100, 1317, somebody has ended the statement",
        "HY000, 4031, the server has ended an idle connection",
        "HY000, 1290, the old writer after a failover",
        "HY000, 1836, a server that is read only",
        "28000, 1045, it does not let us in",
        "42000, 1049, the schema is not there yet",
        "42S02, 1146, the table is not there yet",
        "42000, 1142, the right is not there yet",
    })
    void aDatabaseThatCannotBeAskedIsAway(String state, int code, String why) {
        assertThat(Outage.isOne(failure(state, code))).as(why).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "HY000, 1267, collations that do not go together",
        "42000, 1064, no SQL",
        "42S22, 1054, no such column",
        "22001, 1406, too long for its column",
        "22003, 1690, a number out of range",
        "23000, 1062, a key that is there",
        "HY000, 1525, no time",
        "HY000, 3024, it took too long and was given up",
        "40001, 1213, two transactions in each other's way",
    })
    void aDatabaseThatHasAnsweredIsNot(String state, int code, String why) {
        assertThat(Outage.isOne(failure(state, code))).as(why).isFalse();
    }

    @Test
    void whoGetsNoConnectionCannotAsk() {
        assertThat(Outage.isOne(new SQLTransientConnectionException("the pool is empty")))
                .isTrue();
        assertThat(Outage.isOne(new SQLTransientConnectionException("no connection", "42000", 1044)))
                .isTrue();
        assertThat(Outage.isOne(new SQLException("the pool is closed"))).isTrue();
    }

    @Test
    void whatIsNoMatterOfTheDatabaseIsNoAbsenceOfIt() {
        assertThat(Outage.isOne(new IllegalStateException("ours"))).isFalse();
    }

    private static Throwable failure(String state, int code) {
        return new IllegalStateException("as a library wraps it", new SQLException("", state, code));
    }
}
