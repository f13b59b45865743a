package com.qualitypost.phoenix.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qualitypost.phoenix.query.Customer.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A node that is stopped goes when nobody comes any more. */
class ConnectionDrainingTest {
    private static final Map<String, Object> WITHOUT_SERVERS =
            Map.of("phoenix.kafka.bootstrap-servers", "", "phoenix.database.password", "any");

    private final QueryNode node = QueryNode.start(WITHOUT_SERVERS);

    @Test
    void whoComesMeanwhileIsAnsweredAndAskedToGo() {
        Customer customer = node.customer();
        assertThat(asks(customer).header("Connection")).isNotEqualTo("close");

        Thread stopping = Thread.startVirtualThread(node::close);
        await().until(() -> asks(customer).header("Connection").equals("close"));
        // It makes no difference that a filter answers this one.
        assertThat(customer.gets("/v1/tracking/PQ473124829MX").header("Connection"))
                .isEqualTo("close");
        List<Integer> answers = new ArrayList<>();
        await().pollInterval(Duration.ofMillis(100)).until(() -> {
            answers.add(asks(customer).status());
            return answers.size() == 20;
        });

        assertThat(answers).containsOnly(200);
        assertThat(stopping.isAlive()).isTrue();
        await().until(() -> !stopping.isAlive());
    }

    private static Seen asks(Customer customer) {
        return customer.gets("/problems/missing_key");
    }
}
