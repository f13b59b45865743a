package com.qualitypost.phoenix.projections.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.projections.database.Slice;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.tables.Migrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Reads no more at once than fits, even from lists that somebody else has written. */
class MerchantRowsTest {
    private final Mysql mysql = TestServers.mysql();
    private final DriverManagerDataSource writer = ofSchema("phoenix_read");
    private final JdbcTemplate db = new JdbcTemplate(writer);
    private final MerchantRows rows = new MerchantRows(JdbcClient.create(db), new ReferenceTable(db));

    @BeforeEach
    void emptyLists() {
        Migrations.PHOENIX.run(ofSchema("phoenix"));
        Migrations.PHOENIX_READ.run(writer);
        db.update("DELETE FROM merchant_shipment");
        db.update("DELETE FROM merchant_reference");
    }

    @Test
    void rowsAreReadAsFarAsTheyFit() {
        for (int i = 0; i < 5; i++) {
            listed("N%07d".formatted(i), 3 << 20);
        }

        Slice<MerchantRow> first = rows.after("", 100);

        assertThat(first.rows()).hasSize(3);
        assertThat(first.end()).isEqualTo("N0000002");
        assertThat(rows.after("N0000002", 100).rows())
                .extracting(MerchantRow::trackingNumber)
                .containsExactly("N0000003", "N0000004");
    }

    @Test
    void eachComesWithItsReferences() {
        listed("N0000001", 10);
        listed("N0000002", 10);
        db.update("INSERT INTO merchant_reference VALUES ('N0000002', 'A-1', 'M-7')");

        assertThat(rows.after("", 1).end()).isEqualTo("N0000001");
        assertThat(rows.after("N0000001", 2).rows())
                .singleElement()
                .satisfies(
                        row -> assertThat(row.references()).containsExactly(new Reference("N0000002", "M-7", "A-1")));
    }

    private DriverManagerDataSource ofSchema(String schema) {
        return new DriverManagerDataSource(
                mysql.writerUrl(schema), "migrate", mysql.credentials().password("migrate"));
    }

    private void listed(String number, int bytes) {
        db.update("""
                        INSERT INTO merchant_shipment
                          (tracking_number, generation, revision, status, action_required, updated_at, ticket_references)
                        VALUES (?, 1, 1, 'CREATED', FALSE, UTC_TIMESTAMP(3), REPEAT('x', ?))""", number, bytes);
    }
}
