package com.qualitypost.phoenix.projections.merchant;

import static com.qualitypost.phoenix.projections.ProjectionsTest.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.projections.Node;
import com.qualitypost.phoenix.projections.Parcels;
import com.qualitypost.phoenix.projections.ProjectionsTest;
import com.qualitypost.phoenix.projections.TestEnvironment;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Merchants' lists follow the shipments, whatever happens to either. */
@SuppressWarnings("NullAway.Init") // set before each test
class MerchantListsTest {
    private static final String ONE = "PQ000000015MX";
    private static final String TWO = "RB123456785GB";
    private static final String PHANTOM = "RB473124829US";
    private static final String REFERENCES = "{\"invoice\":\"F-9\",\"order\":\"A-1\"}";

    private TestEnvironment stage;
    private Parcels parcels;
    private JdbcClient tables;

    @BeforeEach
    void twoParcels() throws Exception {
        stage = TestEnvironment.fresh(TestServers.mysql(), TestServers.kafka()).withShipmentTable();
        parcels = Parcels.of(stage);
        tables = stage.as("migrate");
        parcels.saved(ONE, 1, "CREATED");
        parcels.saved(TWO, 1, "DELIVERED");
    }

    @Test
    void aListFollowsTheBinlog() {
        try (Node _ = stage.node(8201)) {
            ordered(ONE, "M-7", REFERENCES);
            ordered(TWO, "M-7", null);
            soon().untilAsserted(() -> assertThat(listed("M-7"))
                    .containsExactly(
                            ONE + " CREATED Mérida late after 2026-11-24 18:00:00.000", TWO + " DELIVERED Mérida"));
            assertThat(found("M-7")).containsExactly(ONE + " A-1", ONE + " F-9");

            ordered(ONE, "M-8", "{\"order\":\"A-2\"}");
            soon().untilAsserted(() -> assertThat(found("M-8")).containsExactly(ONE + " A-2"));
            assertThat(found("M-7")).isEmpty();
            assertThat(listed("M-7")).hasSize(1);

            ordered(ONE, null, null);
            soon().untilAsserted(() -> assertThat(listed("M-8")).isEmpty());
            assertThat(found("M-8")).isEmpty();

            tables.sql("DELETE FROM shipment WHERE tracking_number = ?")
                    .param(TWO)
                    .update();
            soon().untilAsserted(() -> assertThat(listed("M-7")).isEmpty());
        }
    }

    @Test
    void aRebuildMakesListsAnew() {
        ordered(ONE, "M-7", REFERENCES);
        ordered(TWO, "M-7", null);
        try (Node node = stage.node(8201)) {
            soon().untilAsserted(() -> assertThat(listed("M-7")).hasSize(2));
            List<String> right = listed("M-7");
            ProjectionsTest.waitForTheFirstRebuild(node);
            damage();

            assertThat(node.post("/rebuild")).isEqualTo(202);

            soon().untilAsserted(() -> assertThat(node.get("/rebuild")).containsEntry("state", "DONE"));
            assertThat(listed("M-7")).isEqualTo(right);
            assertThat(found("M-7")).containsExactly(ONE + " A-1", ONE + " F-9");
        }
    }

    @Test
    void theSweepRepairsLists() {
        ordered(ONE, "M-7", REFERENCES);
        ordered(TWO, "M-7", null);
        // Parts of one row, so that they begin and end everywhere.
        try (Node node = stage.node(
                8201, "phoenix.sweep.rows-at-once=1", "phoenix.sweep.pause=20ms", "phoenix.sweep.rest=20ms")) {
            soon().untilAsserted(() -> assertThat(listed("M-7")).hasSize(2));
            List<String> right = listed("M-7");
            damage();

            soon().untilAsserted(() -> {
                assertThat(listed("M-7")).isEqualTo(right);
                assertThat(found("M-7")).containsExactly(ONE + " A-1", ONE + " F-9");
            });
            for (String kind : List.of("missing", "changed", "surplus")) {
                soon().untilAsserted(() -> assertThat(node.count("phoenix.projections.repaired", "kind:" + kind))
                        .as(kind)
                        .isEqualTo(1));
            }
        }
    }

    /** One has lost a reference, one is gone, and one exists that should not. */
    private void damage() {
        tables.sql("DELETE FROM phoenix_read.merchant_reference WHERE reference = 'F-9'")
                .update();
        tables.sql("INSERT INTO phoenix_read.merchant_reference VALUES (?, 'A-3', 'M-7')")
                .param(PHANTOM)
                .update();
        tables.sql("UPDATE phoenix_read.merchant_shipment SET tracking_number = ? WHERE tracking_number = ?")
                .params(PHANTOM, TWO)
                .update();
    }

    private void ordered(String number, @Nullable String merchant, @Nullable String references) {
        tables.sql("""
                        UPDATE shipment
                           SET revision = revision + 1, merchant_id = ?, ticket_references = ?,
                               first_event_at = '2026-11-22 10:00:00.123', promised_until = '2026-11-24 18:00:00'
                         WHERE tracking_number = ?""").params(merchant, references, number).update();
    }

    private List<String> listed(String merchant) {
        return parcels.reader().sql("""
                        SELECT CONCAT_WS(' ', tracking_number, status, destination_city,
                                         CONCAT('late after ', late_after))
                          FROM phoenix_read.merchant_shipment
                         WHERE merchant_id = ? AND created_at IS NOT NULL
                         ORDER BY tracking_number""").param(merchant).query(String.class).list();
    }

    private List<String> found(String merchant) {
        return parcels.reader().sql("""
                        SELECT CONCAT(tracking_number, ' ', reference)
                          FROM phoenix_read.merchant_reference WHERE merchant_id = ? ORDER BY 1""").param(merchant).query(String.class).list();
    }
}
