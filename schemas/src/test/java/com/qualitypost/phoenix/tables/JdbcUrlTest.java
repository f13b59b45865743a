package com.qualitypost.phoenix.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JdbcUrlTest {
    @Test
    void timesTravelInUtc() {
        assertThat(JdbcUrl.of("db.example:3306", "phoenix", "REQUIRED"))
                .startsWith("jdbc:mysql://db.example:3306/phoenix?sslMode=REQUIRED&")
                .contains("connectionTimeZone=UTC", "forceConnectionTimeZoneToSession=true");
    }

    @Test
    void aServersKeyIsTrustedOnlyWhereTlsIsSwitchedOff() {
        assertThat(JdbcUrl.of("db:1", "phoenix", "DISABLED")).contains("allowPublicKeyRetrieval=true");
        assertThat(JdbcUrl.of("db:1", "phoenix", "PREFERRED")).contains("allowPublicKeyRetrieval=false");
    }
}
