package com.qualitypost.phoenix.projections.health;

import static com.qualitypost.phoenix.projections.ProjectionsTest.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.projections.Node;
import com.qualitypost.phoenix.projections.Parcels;
import com.qualitypost.phoenix.projections.ProjectionsTest;
import com.qualitypost.phoenix.projections.TestEnvironment;
import com.qualitypost.phoenix.servers.junit.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Health depends on what moves: if nothing does although there is work, it says what is stuck and why. */
@SuppressWarnings("NullAway.Init") // set before each test
class HealthTest {
    private static final String IMPATIENT = "phoenix.health.patience=2s";
    private static final String ONE = "PQ000000015MX";

    private TestEnvironment stage;
    private Parcels parcels;

    @BeforeEach
    void oneParcel() throws Exception {
        stage = TestEnvironment.fresh(TestServers.mysql(), TestServers.kafka()).withShipmentTable();
        parcels = Parcels.of(stage);
        parcels.saved(ONE, 1, "CREATED");
    }

    @Test
    void answersThatAreMadeAnewForEverAreToldOf() {
        try (Node node = stage.node(8201)) {
            ProjectionsTest.waitForTheFirstRebuild(node);
        }
        forgetThePosition();
        rename("merchant_reference", "taken_away"); // whatever keeps the filling from moving
        try (Node node = stage.node(8201, IMPATIENT)) {
            soon().untilAsserted(() -> assertThat(node.cdc("trouble"))
                    .contains("the rebuild of the answers has not moved for ", "merchant_reference"));
            assertThat(node.cdc("phase")).isEqualTo("FILLING");
            assertThat(node.get("/health/cdc")).containsEntry("status", "OUT_OF_SERVICE");
            assertThat(node.get("/health/readiness")).containsEntry("status", "UP");

            rename("taken_away", "merchant_reference");
            soon().untilAsserted(() -> assertThat(node.get("/health/cdc")).containsEntry("status", "UP"));
            soon().untilAsserted(() -> assertThat(node.cdc("phase")).isEqualTo("READING"));
        }
    }

    private void forgetThePosition() {
        parcels.projector()
                .sql("UPDATE phoenix_read.cdc_position SET position = NULL")
                .update();
    }

    private void rename(String table, String name) {
        stage.as("root")
                .sql("RENAME TABLE phoenix_read.%s TO phoenix_read.%s".formatted(table, name))
                .update();
    }

    @Test
    void changesThatWaitToBeAnnouncedAreToldOf() {
        try (Node node = stage.node(8201, IMPATIENT, "phoenix.registry.url=http://127.0.0.1:1/")) {
            soon().untilAsserted(() -> assertThat(parcels.answered(ONE)).contains("CREATED 1.1"));

            soon().untilAsserted(() -> assertThat(node.get("/health/background"))
                    .containsEntry("status", "OUT_OF_SERVICE")
                    .extractingByKey("details")
                    .asString()
                    .contains("announcer=changes wait to be announced for "));
            assertThat(node.get("/health/liveness")).containsEntry("status", "UP");
            assertThat(node.get("/health/readiness")).containsEntry("status", "UP");
            assertThat(node.get("/health/cdc")).containsEntry("status", "UP");
        }
    }
}
