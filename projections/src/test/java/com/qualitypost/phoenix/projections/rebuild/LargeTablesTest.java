package com.qualitypost.phoenix.projections.rebuild;

import static com.qualitypost.phoenix.projections.ProjectionsTest.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.projections.ManyParcels;
import com.qualitypost.phoenix.projections.Node;
import com.qualitypost.phoenix.projections.Parcels;
import com.qualitypost.phoenix.projections.TestEnvironment;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Repairs work on large tables, however little time a statement has, because everything is done in parts. */
class LargeTablesTest {
    private static final int PARCELS = Integer.getInteger("phoenix.parcels", 200_000);
    private static final Duration LIMIT = Duration.ofSeconds(PARCELS / 500);

    /** Less than MySQL takes to count them. */
    private static final String NO_TIME = "phoenix.database.socket-timeout=50ms";

    private static final List<String> SOME = ManyParcels.some(PARCELS);

    @Test
    void answersAreMadeAnewAndSwept() throws Exception {
        TestEnvironment stage =
                TestEnvironment.fresh(TestServers.mysql(), TestServers.kafka()).withShipmentTable();
        Parcels parcels = Parcels.of(stage);
        ManyParcels.fill(stage, PARCELS);

        try (Node node = stage.node(
                8201, NO_TIME, "phoenix.sweep.rows-at-once=1000", "phoenix.sweep.pause=1ms", "phoenix.sweep.rest=1s")) {
            awaitRebuild(node);
            SOME.forEach(number -> assertThat(parcels.answered(number)).contains("IN_TRANSIT 1.1"));
            assertThat(stage.as("migrate")
                            .sql("SELECT COUNT(*) FROM phoenix_read.merchant_reference")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(PARCELS);
            List<String> right = bodies(parcels);

            SOME.forEach(parcels::damage);
            soon().atMost(LIMIT).untilAsserted(() -> assertThat(bodies(parcels)).isEqualTo(right));

            SOME.forEach(parcels::damage);
            assertThat(node.post("/rebuild")).isEqualTo(202);
            awaitRebuild(node);
            assertThat(bodies(parcels)).isEqualTo(right);
        }
    }

    /** With so little time its epoch may end meanwhile, as after a failover: then the caller starts it again. */
    private static void awaitRebuild(Node node) {
        soon().atMost(LIMIT).until(() -> {
            Object state = node.get("/rebuild").get("state");
            if ("FAILED".equals(state)) {
                node.post("/rebuild");
            }
            return "DONE".equals(state);
        });
        assertThat(node.get("/rebuild")).containsEntry("rows", PARCELS);
    }

    private static List<String> bodies(Parcels parcels) {
        return SOME.stream().map(number -> parcels.body(number, "es")).toList();
    }
}
