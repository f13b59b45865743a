package com.qualitypost.phoenix.projections.cdc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the time into a captured table; when it comes back through the binlog it tells how fresh the projections are.
 */
@Component
class Heartbeat {
    private static final String BEAT = """
            INSERT INTO phoenix.cdc_heartbeat (id, beat_at) VALUES (1, UTC_TIMESTAMP(3)) AS n
            ON DUPLICATE KEY UPDATE beat_at = n.beat_at
            """;

    private final JdbcClient db;

    Heartbeat(JdbcClient db) {
        this.db = db;
    }

    void beat() {
        db.sql(BEAT).update();
    }
}
