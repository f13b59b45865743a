package com.qualitypost.phoenix.projections.projector;

import static com.qualitypost.phoenix.projections.ProjectionsTest.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.projections.Node;
import com.qualitypost.phoenix.projections.Parcels;
import com.qualitypost.phoenix.projections.TestEnvironment;
import com.qualitypost.phoenix.servers.junit.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of several nodes only one writes. */
@SuppressWarnings("NullAway.Init") // set before each test
class OwnershipTest {
    private static final String ONE = "PQ000000015MX";

    private TestEnvironment stage;
    private Parcels parcels;

    @BeforeEach
    void emptyStage() throws Exception {
        stage = TestEnvironment.fresh(TestServers.mysql(), TestServers.kafka());
        parcels = Parcels.of(stage);
    }

    @Test
    void aStandbyTakesOverWhenTheOwnerStops() {
        stage.withShipmentTable();
        Node owner = stage.node(8201);
        soon().untilAsserted(() -> assertThat(owner.cdc("phase")).isEqualTo("READING"));
        try (Node standby = stage.node(8202)) {
            soon().untilAsserted(() -> assertThat(standby.cdc("phase")).isEqualTo("STANDBY"));
            assertThat(standby.post("/rebuild")).isEqualTo(409);

            owner.close();
            parcels.saved(ONE, 1, "CREATED");

            soon().untilAsserted(() -> assertThat(parcels.answered(ONE)).contains("CREATED 1.1"));
            assertThat(standby.cdc("phase")).isEqualTo("READING");
        }
    }

    @Test
    void aNodeThatStopsGivesItsLeaseBack() {
        stage.withShipmentTable();
        try (Node node = stage.node(8201)) {
            soon().untilAsserted(() -> assertThat(node.cdc("phase")).isEqualTo("READING"));
            assertThat(parcels.position("lease_until > UTC_TIMESTAMP(3)")).isEqualTo("1");
        }
        assertThat(parcels.position("lease_until > UTC_TIMESTAMP(3)")).isEqualTo("0");
    }

    @Test
    void whatWasReadFromOneServerIsNotWrittenIntoAnother() {
        stage.withShipmentTable();
        parcels.saved(ONE, 1, "CREATED");
        try (Node node = stage.node(8201)) {
            soon().untilAsserted(() -> assertThat(node.cdc("phase")).isEqualTo("READING"));
            long numbered = Long.parseLong(parcels.position("change_seq"));
            String epoch = parcels.position("epoch");

            stage.as("projector")
                    .sql("UPDATE phoenix_read.cdc_position SET server_uuid = 'another'")
                    .update();
            parcels.saved(ONE, 2, "PICKED_UP");

            soon().untilAsserted(() -> assertThat(parcels.answered(ONE)).contains("PICKED_UP 1.2"));
            assertThat(parcels.position("epoch")).isGreaterThan(epoch);
            // The lost tail of the other server may have had the next numbers.
            assertThat(Long.parseLong(parcels.changeNumber(ONE))).isGreaterThan(numbered + 1_000_000);
        }
    }

    @Test
    void anOwnerWhoseEpochHasEndedWritesNothingUntilTheOthersLeaseIsOver() {
        stage.withShipmentTable();
        try (Node node = stage.node(8201)) {
            soon().untilAsserted(() -> assertThat(node.cdc("phase")).isEqualTo("READING"));

            stage.as("projector")
                    .sql("UPDATE phoenix_read.cdc_position SET epoch = epoch + 1, owner = 'another',"
                            + " lease_until = UTC_TIMESTAMP(3) + INTERVAL 6 SECOND")
                    .update();
            String epoch = parcels.position("epoch");
            parcels.saved(ONE, 1, "CREATED");

            soon().untilAsserted(() -> assertThat(node.cdc("phase")).isEqualTo("STANDBY"));
            assertThat(parcels.position("epoch")).isEqualTo(epoch);
            assertThat(parcels.answered(ONE)).isEmpty();
            soon().untilAsserted(() -> assertThat(parcels.answered(ONE)).contains("CREATED 1.1"));
        }
    }
}
