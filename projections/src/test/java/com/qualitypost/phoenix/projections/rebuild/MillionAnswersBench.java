package com.qualitypost.phoenix.projections.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.projections.ManyParcels;
import com.qualitypost.phoenix.projections.Node;
import com.qualitypost.phoenix.projections.TestEnvironment;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * How long it takes to create the answers of millions of parcels of one fact, and to compare them once more. Not part
 * of the build: {@code -Dtest=MillionAnswersBench [-Dparcels=2000000] [-DsocketTimeout=5s]}.
 */
class MillionAnswersBench {
    private static final int PARCELS = Integer.getInteger("parcels", 2_000_000);
    private static final String SOCKET_TIMEOUT = System.getProperty("socketTimeout", "5s");
    private static final Duration LIMIT = Duration.ofHours(2);

    private static final String SIZES = """
            SELECT CONCAT(s.name, ': ', ROUND(s.file_size / 1048576), ' MB')
              FROM information_schema.innodb_tablespaces s
             WHERE s.name LIKE 'phoenix%/%' AND s.file_size > 1048576 ORDER BY s.file_size DESC""";

    @Test
    void allAnswersAreMadeThenComparedThenSwept() throws Exception {
        TestEnvironment stage =
                TestEnvironment.fresh(TestServers.mysql(), TestServers.kafka()).withShipmentTable();
        long begun = System.nanoTime();
        ManyParcels.fill(stage, PARCELS);
        System.out.printf("%,d parcels made in %d s%n", PARCELS, secondsSince(begun));
        try (Node node =
                stage.node(8201, "phoenix.database.socket-timeout=" + SOCKET_TIMEOUT, "phoenix.sweep.rest=1s")) {
            awaitRebuild(node);
            System.out.println("All answers made: " + node.get("/rebuild"));
            assertThat(node.post("/rebuild")).isEqualTo(202);
            awaitRebuild(node);
            System.out.println("All answers compared: " + node.get("/rebuild"));
            stage.as("root").sql(SIZES).query(String.class).list().forEach(System.out::println);
        }
    }

    private static void awaitRebuild(Node node) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(node.get("/rebuild")).containsEntry("state", "DONE"));
    }

    private static long secondsSince(long start) {
        return (System.nanoTime() - start) / 1_000_000_000;
    }
}
