package com.qualitypost.phoenix.ingest.shipment.table;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the tables are written. While they are not, scans wait on Kafka. */
class WriterHealth implements HealthIndicator {

    private final WriterThread writer;

    WriterHealth(WriterThread writer) {
        this.writer = writer;
    }

    @Override
    public Health health() {
        String trouble = writer.trouble();
        return trouble == null
                ? Health.up().build()
                : Health.outOfService().withDetail("trouble", trouble).build();
    }
}
