package com.qualitypost.phoenix.ingest.progress;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** Reports whether scans are judged: a thread that is replaced again and again runs, but moves nothing. */
public final class StreamsHealth implements HealthIndicator {
    private final StreamsBuilderFactoryBean streams;
    private final GroupProgress progress;
    private final ThreadFailures failures;

    public StreamsHealth(StreamsBuilderFactoryBean streams, GroupProgress progress, ThreadFailures failures) {
        this.streams = streams;
        this.progress = progress;
        this.failures = failures;
    }

    @Override
    public Health health() {
        KafkaStreams running = streams.getKafkaStreams();
        KafkaStreams.State state = running == null ? KafkaStreams.State.CREATED : running.state();
        String stuck = progress.stuck();
        Health.Builder health = state.isRunningOrRebalancing() && stuck == null ? Health.up() : Health.outOfService();
        health.withDetail("state", state);
        if (stuck != null) {
            health.withDetail("stuck", stuck);
        }
        String failed = failures.lately();
        if (!failed.isEmpty()) {
            health.withDetail("failures", failed);
        }
        return health.build();
    }
}
