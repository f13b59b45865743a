package com.qualitypost.phoenix.projections.projector;

import static com.qualitypost.phoenix.projections.ProjectionsTest.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.projections.Node;
import com.qualitypost.phoenix.projections.NodeProcess;
import com.qualitypost.phoenix.projections.Parcels;
import com.qualitypost.phoenix.projections.TestEnvironment;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes; the one that writes is a process, which is killed or frozen without a word to the other. */
@SuppressWarnings("NullAway.Init") // set before all tests
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // the kill last, because it costs a process
class TakeoverTest {
    private static final String ONE = "PQ000000015MX";

    private static TestEnvironment stage;
    private static Parcels parcels;
    private static NodeProcess owner;

    @BeforeAll
    static void startOwner() throws Exception {
        stage = TestEnvironment.fresh(TestServers.mysql(), TestServers.kafka()).withShipmentTable();
        parcels = Parcels.of(stage);
        parcels.saved(ONE, 1, "CREATED");
        owner = stage.process("owner", 8201);
    }

    @AfterAll
    static void killOwner() {
        owner.close();
    }

    @Test
    @Order(1)
    void anOwnerThatWasFrozenPastItsLeaseWritesNothingAndStandsBy() {
        List<String> many = many("F");
        try (Node standby = standby()) {
            many.forEach(number -> parcels.saved(number, 1, "CREATED"));
            owner.process().freeze();
            Instant frozen = Instant.now();
            many.forEach(number -> parcels.saved(number, 2, "PICKED_UP"));

            allAnswered(many, "frozen", frozen, "PICKED_UP 1.2");
            String epoch = parcels.position("epoch");
            owner.process().thaw();
            many.forEach(number -> parcels.saved(number, 3, "IN_TRANSIT"));

            soon().untilAsserted(() -> assertThat(owner.phase()).isEqualTo("STANDBY"));
            allAnswered(many, "thawed", Instant.now(), "IN_TRANSIT 1.3");
            assertThat(standby.cdc("phase")).isEqualTo("READING");
            assertThat(parcels.position("epoch")).isEqualTo(epoch);
            assertThat(parcels.changeNumbers()).doesNotHaveDuplicates().hasSize(many.size() + 1);
        }
    }

    @Test
    @Order(2)
    void theStandbyTakesOverWhenTheOwnerIsKilled() {
        List<String> many = many("K");
        try (Node _ = standby()) {
            many.forEach(number -> parcels.saved(number, 1, "CREATED"));

            owner.process().kill();
            Instant killed = Instant.now();
            many.forEach(number -> parcels.saved(number, 2, "PICKED_UP"));

            allAnswered(many, "killed", killed, "PICKED_UP 1.2");
        }
    }

    private static List<String> many(String prefix) {
        return IntStream.range(0, 200)
                .mapToObj(parcel -> prefix + "%07d".formatted(parcel))
                .toList();
    }

    private static Node standby() {
        soon().untilAsserted(() -> assertThat(owner.phase()).isEqualTo("READING"));
        Node standby = stage.node(8202);
        soon().untilAsserted(() -> assertThat(standby.cdc("phase")).isEqualTo("STANDBY"));
        return standby;
    }

    private static void allAnswered(List<String> numbers, String after, Instant from, String answer) {
        await().pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(numbers)
                        .allMatch(number -> parcels.answered(number).equals(Optional.of(answer))));
        System.out.printf(
                "The owner was %s: all answered after %d ms%n",
                after, Duration.between(from, Instant.now()).toMillis());
    }
}
