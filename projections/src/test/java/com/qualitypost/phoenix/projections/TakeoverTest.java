package com.qualitypost.phoenix.projections;

import static com.qualitypost.phoenix.projections.ProjectionsTest.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.servers.junit.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes as processes; the one that writes is killed or frozen, without a word to the other. */
@SuppressWarnings("NullAway.Init") // set before each test
class TakeoverTest {

    private static final String ONE = "PQ000000015MX";
    private static final List<String> MANY =
            IntStream.range(0, 200).mapToObj("N%07d"::formatted).toList();
    /** Ten seconds are promised; a machine that does other work gets some more. */
    private Stage stage;

    private Parcels parcels;

    @BeforeEach
    void emptyStage() throws Exception {
        stage = Stage.fresh(TestServers.mysql(), TestServers.kafka()).withShipmentTable();
        parcels = Parcels.of(stage);
    }

    @Test
    void theStandbyTakesOverWhenTheOwnerIsKilled() {
        try (NodeProcess owner = owner();
                NodeProcess _ = standby()) {
            MANY.forEach(number -> parcels.saved(number, 1, "CREATED"));

            owner.process().kill();
            Instant killed = Instant.now();
            MANY.forEach(number -> parcels.saved(number, 2, "PICKED_UP"));

            allAnswered("killed", killed, "PICKED_UP 1.2");
        }
    }

    @Test
    void anOwnerThatWasFrozenPastItsLeaseWritesNothingAndStandsBy() {
        try (NodeProcess owner = owner();
                NodeProcess standby = standby()) {
            MANY.forEach(number -> parcels.saved(number, 1, "CREATED"));
            owner.process().freeze();
            Instant frozen = Instant.now();
            MANY.forEach(number -> parcels.saved(number, 2, "PICKED_UP"));

            allAnswered("frozen", frozen, "PICKED_UP 1.2");
            String epoch = parcels.position("epoch");
            owner.process().thaw();
            MANY.forEach(number -> parcels.saved(number, 3, "IN_TRANSIT"));

            soon().untilAsserted(() -> assertThat(owner.phase()).isEqualTo("STANDBY"));
            allAnswered("thawed", Instant.now(), "IN_TRANSIT 1.3");
            assertThat(standby.phase()).isEqualTo("READING");
            assertThat(parcels.position("epoch")).isEqualTo(epoch);
            assertThat(parcels.changeNumbers()).doesNotHaveDuplicates().hasSize(MANY.size() + 1);
        }
    }

    private NodeProcess owner() {
        parcels.saved(ONE, 1, "CREATED");
        NodeProcess owner = stage.process("owner", 8201);
        soon().untilAsserted(() -> assertThat(owner.phase()).isEqualTo("READING"));
        return owner;
    }

    private NodeProcess standby() {
        NodeProcess standby = stage.process("standby", 8202);
        soon().untilAsserted(() -> assertThat(standby.phase()).isEqualTo("STANDBY"));
        return standby;
    }

    private void allAnswered(String after, Instant from, String answer) {
        await().pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(MANY)
                        .allMatch(number -> parcels.answered(number).equals(Optional.of(answer))));
        System.out.printf(
                "The owner was %s: all answered after %d ms%n",
                after, Duration.between(from, Instant.now()).toMillis());
    }
}
