package com.qualitypost.phoenix.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.servers.kafka.Kafka;
import com.qualitypost.phoenix.servers.mysql.Mysql;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the projections promise, from the writer's tables to the read side and the topic. */
@SuppressWarnings("NullAway.Init") // set before each test
public abstract class ProjectionsTest {
    private static final String ONE = "PQ000000015MX";
    private static final String TWO = "RB123456785GB";
    private static final String THREE = "RB473124829US";

    private TestEnvironment stage;
    private Parcels parcels;

    abstract Kafka kafka();

    abstract Mysql mysql();

    public static ConditionFactory soon() {
        return await();
    }

    /** A node that finds no answers creates them by a rebuild, while no other rebuild may start. */
    public static void waitForTheFirstRebuild(Node node) {
        soon().untilAsserted(() -> assertThat(node.get("/rebuild")).containsEntry("state", "DONE"));
    }

    @BeforeEach
    void emptyStage() throws Exception {
        stage = TestEnvironment.fresh(mysql(), kafka());
        parcels = Parcels.of(stage);
    }

    @Test
    void whatIsThereAndWhatComesBecomesAnswersAndAnnouncements() {
        try (Node node = stage.node(8201);
                var announcements = new Announcements(stage)) {
            soon().untilAsserted(() -> assertThat(node.cdc("trouble")).contains("phoenix.shipment does not exist yet"));
            assertThat(node.get("/health/readiness")).containsEntry("status", "UP");

            stage.withShipmentTable();
            parcels.saved(ONE, 1, "CREATED");
            soon().untilAsserted(() -> assertThat(parcels.answered(ONE)).contains("CREATED 1.1"));
            parcels.saved(ONE, 2, "IN_TRANSIT");
            parcels.saved(TWO, 1, "DELIVERED");

            soon().untilAsserted(() -> assertThat(parcels.answered(TWO)).contains("DELIVERED 1.1"));
            assertThat(parcels.answered(ONE)).contains("IN_TRANSIT 1.2");
            assertThat(parcels.body(TWO, "es")).startsWith("{\"stale\":false,").contains("Tu paquete fue entregado.");
            assertThat(parcels.body(TWO, "en")).contains("Your parcel has been delivered.", "\"city\":\"Mérida\"");
            soon().untilAsserted(() ->
                    assertThat(announcements.all()).contains(ONE + " IN_TRANSIT 1.2", TWO + " DELIVERED 1.1"));
            assertThat(announcements.keys()).contains(ONE, TWO);

            // The first heartbeat may still be on its way.
            soon().untilAsserted(() -> assertThat(parcels.position("as_of")).startsWith("2"));
            String asOf = parcels.position("as_of");
            soon().untilAsserted(() -> assertThat(parcels.position("as_of")).isGreaterThan(asOf));
            soon().untilAsserted(() -> assertThat(node.cdc("phase")).isEqualTo("READING"));
            assertThat(node.cdc("epoch")).isEqualTo(parcels.position("epoch"));
        }
    }

    @Test
    void aRestartGoesOnWhereItStoppedAndAnnouncesWhatWasNotAnnounced() {
        stage.withShipmentTable();
        parcels.saved(ONE, 1, "CREATED");
        try (Node withoutRegistry = stage.node(8201, "phoenix.registry.url=http://127.0.0.1:1/")) {
            soon().untilAsserted(() -> assertThat(parcels.answered(ONE)).contains("CREATED 1.1"));
            assertThat(withoutRegistry.cdc("announced_seq")).isEqualTo("0");
        }
        parcels.saved(TWO, 1, "CREATED");
        parcels.saved(ONE, 2, "PICKED_UP");
        parcels.saved(ONE, 3, "IN_TRANSIT");

        try (Node _ = stage.node(8202);
                var announcements = new Announcements(stage)) {
            soon().untilAsserted(() -> assertThat(parcels.answered(ONE)).contains("IN_TRANSIT 1.3"));
            soon().untilAsserted(() ->
                    assertThat(announcements.all()).contains(ONE + " IN_TRANSIT 1.3", TWO + " CREATED 1.1"));
            // One parcel in the snapshot, then two that changed, in one batch or in several; none was read twice.
            assertThat(parcels.changeNumbers()).doesNotHaveDuplicates();
            assertThat(Long.parseLong(parcels.position("change_seq"))).isBetween(3L, 4L);
            soon().untilAsserted(() ->
                    assertThat(parcels.position("announced_seq")).isEqualTo(parcels.position("change_seq")));
        }
    }

    @Test
    void aRebuildRemovesPhantomsAndRepairsDamageWhileTheOldAnswersAreRead() {
        stage.withShipmentTable();
        parcels.saved(ONE, 1, "CREATED");
        parcels.saved(TWO, 1, "CREATED");
        try (Node node = stage.node(8201);
                var announcements = new Announcements(stage)) {
            soon().untilAsserted(() -> assertThat(announcements.all()).hasSize(2));
            String right = parcels.body(ONE, "es");
            waitForTheFirstRebuild(node);
            parcels.damage(ONE);
            parcels.phantom(THREE, TWO);
            String untouched = parcels.changeNumber(TWO);

            assertThat(node.post("/rebuild")).isEqualTo(202);
            while (!"DONE".equals(node.get("/rebuild").get("state"))) {
                assertThat(parcels.answered(TWO)).contains("CREATED 1.1");
                assertThat(node.get("/rebuild")).doesNotContainEntry("state", "FAILED");
            }

            assertThat(node.get("/rebuild")).containsEntry("rows", 2).containsEntry("changed", 2);
            assertThat(parcels.body(ONE, "es")).isEqualTo(right);
            assertThat(parcels.answered(THREE)).isEmpty();
            assertThat(parcels.changeNumber(TWO)).isEqualTo(untouched);
            soon().untilAsserted(() -> assertThat(announcements.all())
                    .containsExactlyInAnyOrder(
                            ONE + " CREATED 1.1", ONE + " CREATED 1.1", TWO + " CREATED 1.1", THREE + " UNKNOWN 1.1"));
            parcels.saved(TWO, 2, "IN_TRANSIT");
            soon().untilAsserted(() -> assertThat(parcels.answered(TWO)).contains("IN_TRANSIT 1.2"));
            assertThat(parcels.tables())
                    .containsExactly(
                            "cdc_position",
                            "flyway_schema_history",
                            "merchant_reference",
                            "merchant_shipment",
                            "tracking_removed",
                            "tracking_view");
        }
    }
}
