package com.qualitypost.phoenix.projections.rebuild;

import static com.qualitypost.phoenix.projections.ProjectionsTest.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.projections.Announcements;
import com.qualitypost.phoenix.projections.Node;
import com.qualitypost.phoenix.projections.Parcels;
import com.qualitypost.phoenix.projections.TestEnvironment;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Damage done by hand is found and repaired; a change that is only on its way is not damage. */
class SweepTest {
    private static final String DELETED = "PQ000000015MX";
    private static final String CHANGED = "RB123456785GB";
    private static final String PHANTOM = "RB473124829US";
    private static final String BUSY = "PQ000000029MX";

    @Test
    void damagedAnswersAreRepairedNumberedAnnouncedAndCounted() throws Exception {
        TestEnvironment stage =
                TestEnvironment.fresh(TestServers.mysql(), TestServers.kafka()).withShipmentTable();
        Parcels parcels = Parcels.of(stage);
        List<String> others =
                IntStream.range(0, 20).mapToObj("N%07d"::formatted).toList();
        others.forEach(number -> parcels.saved(number, 1, "CREATED"));
        parcels.saved(DELETED, 1, "CREATED");
        parcels.saved(CHANGED, 1, "CREATED");
        parcels.saved(BUSY, 1, "CREATED");

        // Parts of three rows, so that they begin and end everywhere.
        try (Node node = stage.node(
                        8201, "phoenix.sweep.rows-at-once=3", "phoenix.sweep.pause=20ms", "phoenix.sweep.rest=20ms");
                var announcements = new Announcements(stage)) {
            soon().untilAsserted(() -> assertThat(announcements.all()).hasSize(23));
            String right = parcels.body(CHANGED, "es");
            List<Long> numbers = parcels.changeNumbers();

            parcels.damage(CHANGED);
            parcels.deleted(DELETED);
            parcels.phantom(PHANTOM, BUSY);

            soon().untilAsserted(() -> {
                parcels.saved(BUSY, System.nanoTime(), "IN_TRANSIT");
                assertThat(parcels.body(CHANGED, "es")).isEqualTo(right);
                assertThat(parcels.answered(DELETED)).contains("CREATED 1.1");
                assertThat(parcels.answered(PHANTOM)).isEmpty();
            });
            soon().untilAsserted(() -> assertThat(announcements.all())
                    .contains(PHANTOM + " UNKNOWN 1.1")
                    .filteredOn(change -> change.startsWith(CHANGED) || change.startsWith(DELETED))
                    .hasSize(4));
            assertThat(parcels.changeNumbers()).doesNotHaveDuplicates().containsAll(numbers.subList(0, 20));
            for (String kind : List.of("missing", "changed", "surplus")) {
                assertThat(node.count("phoenix.projections.repaired", "kind:" + kind))
                        .as(kind)
                        .isEqualTo(1);
            }
        }
    }
}
