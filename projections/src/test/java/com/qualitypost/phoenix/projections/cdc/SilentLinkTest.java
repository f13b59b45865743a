package com.qualitypost.phoenix.projections.cdc;

import static com.qualitypost.phoenix.projections.ProjectionsTest.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.projections.Node;
import com.qualitypost.phoenix.projections.Parcels;
import com.qualitypost.phoenix.projections.TestEnvironment;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A link that falls silent and is not closed. */
class SilentLinkTest {
    private static final String ONE = "PQ000000015MX";

    @Test
    void linksThatFallSilentAreReplaced() throws Exception {
        TestEnvironment stage =
                TestEnvironment.fresh(TestServers.mysql(), TestServers.kafka()).withShipmentTable();
        Parcels parcels = Parcels.of(stage);
        parcels.saved(ONE, 1, "CREATED");
        try (var relay = new Relay(stage.writerPort());
                Node node = stage.node(
                        8201, "phoenix.database.writer=127.0.0.1:" + relay.port(), "phoenix.cdc.silence=5s")) {
            soon().untilAsserted(() -> assertThat(node.cdc("phase")).isEqualTo("READING"));

            relay.forgetOpenLinks();
            isAnswered(parcels, "every open link", 2, "PICKED_UP 1.2");

            relay.silenceBinlog(true);
            parcels.saved(ONE, 3, "IN_TRANSIT");
            soon().untilAsserted(() -> assertThat(node.cdc("trouble")).contains("binlog"));
            assertThat(parcels.answered(ONE)).contains("PICKED_UP 1.2");

            relay.silenceBinlog(false);
            isAnswered(parcels, "the binlog", 4, "DELIVERED 1.4");
        }
    }

    private static void isAnswered(Parcels parcels, String silent, long revision, String answer) {
        Instant from = Instant.now();
        parcels.saved(ONE, revision, answer.substring(0, answer.indexOf(' ')));
        soon().untilAsserted(() -> assertThat(parcels.answered(ONE)).contains(answer));
        System.out.printf(
                "Silent was %s: read on after %d ms%n",
                silent, Duration.between(from, Instant.now()).toMillis());
    }
}
