package com.qualitypost.phoenix.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.client.Addresses.Management;
import com.qualitypost.phoenix.local.client.WriterTables.NumberRange;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.tables.Migrations;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class WriterTablesTest {
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    private final Mysql mysql = TestServers.mysql();
    private final String password = mysql.credentials().password("migrate");
    private final DriverManagerDataSource writer =
            new DriverManagerDataSource(mysql.writerUrl("phoenix"), "migrate", password);

    @Test
    void allNumbersAreCountedInTheQuarantineTooWhoseTextIsSortedByLanguage() throws Exception {
        Migrations.PHOENIX.run(writer);
        refused(0, "XX12345678", "unknown_kind", "judge");
        refused(1, "PQ000000015MX", "conflict", "judge");
        refused(2, "ZZZZZZZZZZZZ", "conflict", "judge");
        refused(3, "XX12345678", "malformed", "gateway");

        try (WriterTables tables = new WriterTables(new Addresses(
                NOBODY,
                NOBODY,
                NOBODY,
                new Management(NOBODY, NOBODY, NOBODY, ""),
                "",
                mysql.writerUrl("phoenix"),
                password))) {
            assertThat(tables.counts(NumberRange.beginningWith("")).quarantined())
                    .isEqualTo(Map.of("conflict", 2L, "unknown_kind", 1L));
            assertThat(tables.counts(NumberRange.beginningWith("XX1")).quarantined())
                    .isEqualTo(Map.of("unknown_kind", 1L));
        }
    }

    private void refused(int offset, String number, String reason, String by) {
        JdbcClient.create(writer).sql("""
                        INSERT INTO quarantine
                          (source_topic, source_partition, source_offset, reason, detail, refused_by, refused_at,
                           tracking_number)
                        VALUES ('scans', 0, ?, ?, '', ?, NOW(3), ?)""").params(offset, reason, by, number).update();
    }
}
