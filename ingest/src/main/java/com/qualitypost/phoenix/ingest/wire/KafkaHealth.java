package com.qualitypost.phoenix.ingest.wire;

import com.qualitypost.phoenix.kafka.KafkaSettings;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Reports whether Kafka answers. Without it no scan is accepted; readiness does not depend on it, because a refusal is
 * an answer too.
 */
@Component("kafka")
class KafkaHealth implements HealthIndicator {
    private static final int LIMIT_MS = 1_000;

    private final Admin admin;

    KafkaHealth(KafkaSettings kafka) {
        Map<String, Object> config = kafka.client();
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, "ingest-health");
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MS);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_MS);
        admin = Admin.create(config);
    }

    @Override
    public Health health() {
        try {
            int nodes = admin.describeCluster()
                    .nodes()
                    .get(LIMIT_MS, TimeUnit.MILLISECONDS)
                    .size();
            return Health.up().withDetail("nodes", nodes).build();
        } catch (ExecutionException | TimeoutException e) {
            return Health.down()
                    .withDetail("trouble", "Kafka does not answer; scans are answered with 503 until it does")
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        }
    }

    @PreDestroy
    void close() {
        admin.close();
    }
}
