package com.qualitypost.phoenix.ingest.table;

import com.qualitypost.phoenix.ingest.progress.GroupProgress;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Reports whether the tables are written. While they are not, scans wait on Kafka. */
class WriterHealth implements HealthIndicator {
    private final WriterThread writer;
    private final GroupProgress progress;

    WriterHealth(WriterThread writer, GroupProgress progress) {
        this.writer = writer;
        this.progress = progress;
    }

    @Override
    public Health health() {
        String trouble = writer.trouble();
        String stuck = progress.stuck();
        Health.Builder health = trouble == null && stuck == null ? Health.up() : Health.outOfService();
        if (trouble != null) {
            health.withDetail("trouble", trouble);
        }
        if (stuck != null) {
            health.withDetail("stuck", stuck);
        }
        return health.build();
    }
}
