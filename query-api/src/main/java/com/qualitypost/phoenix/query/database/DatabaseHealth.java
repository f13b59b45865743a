package com.qualitypost.phoenix.query.database;

import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says which nodes answer, and how fresh they are: up as long as one does. */
@Component("database")
class DatabaseHealth implements HealthIndicator {
    private static final String AS_OF = """
            SELECT UTC_TIMESTAMP(3), as_of FROM phoenix_read.cdc_position WHERE id = 1""";

    private final Nodes nodes;

    DatabaseHealth(Nodes nodes) {
        this.nodes = nodes;
    }

    /** So that a node that is away at the start is in the log before the first customer asks. */
    @EventListener(ApplicationReadyEvent.class)
    void look() {
        health();
    }

    @Override
    public Health health() {
        Optional<Answer<Beat>> reader = nodes.askReader(DatabaseHealth::asOf);
        Optional<Answer<Beat>> writer = nodes.askWriter(DatabaseHealth::asOf);
        Health.Builder health = reader.isPresent() || writer.isPresent() ? Health.up() : Health.outOfService();
        return health.withDetail(Role.READER.toString(), describe(reader))
                .withDetail(Role.WRITER.toString(), describe(writer))
                .build();
    }

    private static Beat asOf(JdbcClient jdbc) {
        return jdbc.sql(AS_OF)
                .query((row, _) -> new Beat(
                        new Freshness(row.getObject(1, LocalDateTime.class), row.getObject(2, LocalDateTime.class))))
                .single();
    }

    private static String describe(Optional<Answer<Beat>> answer) {
        return answer.map(found -> found.found().freshness().lag())
                .map(lag -> lag.toMillis() + " ms behind")
                .orElse(answer.isPresent() ? "no projections yet" : "away");
    }

    private record Beat(Freshness freshness) implements Dated {}
}
