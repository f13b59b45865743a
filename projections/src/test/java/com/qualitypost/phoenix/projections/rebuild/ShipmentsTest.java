package com.qualitypost.phoenix.projections.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.projections.database.Slice;
import com.qualitypost.phoenix.projections.projector.ShipmentRecord;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import com.qualitypost.phoenix.tables.Migrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a sweep reads at once is limited, whatever a row contains. */
class ShipmentsTest {
    private final Mysql mysql = TestServers.mysql();
    private final DriverManagerDataSource writer = new DriverManagerDataSource(
            mysql.writerUrl("phoenix"), "migrate", mysql.credentials().password("migrate"));
    private final JdbcTemplate db = new JdbcTemplate(writer);
    private final Shipments shipments = new Shipments(JdbcClient.create(db));

    @BeforeEach
    void noShipments() {
        Migrations.PHOENIX.run(writer);
        db.update("DELETE FROM shipment");
    }

    @Test
    void referencesWeighToo() {
        for (int i = 0; i < 5; i++) {
            shipment("N%07d".formatted(i), 3 << 20);
        }

        Slice<ShipmentRecord> first = shipments.after("", 100);

        assertThat(first.rows()).hasSize(3);
        assertThat(first.end()).isEqualTo("N0000002");
        assertThat(shipments.after("N0000002", 100).rows()).hasSize(2);
    }

    private void shipment(String number, int bytes) {
        db.update("""
                        INSERT INTO shipment
                          (tracking_number, generation, revision, rules_version, status, previous_status,
                           action_required, needs_review, origin, proof, timeline, ticket_references)
                        VALUES (?, 1, 1, 1, 'CREATED', 'UNKNOWN', FALSE, FALSE, 'TICKET', FALSE, '', REPEAT('x', ?))""", number, bytes);
    }
}
