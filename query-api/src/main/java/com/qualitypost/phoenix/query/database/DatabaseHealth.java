package com.qualitypost.phoenix.query.database;

import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reports which nodes answer and how fresh they are; up as long as one of them does. */
@Component("database")
class DatabaseHealth extends AbstractHealthIndicator {
    private final Nodes nodes;

    DatabaseHealth(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Logs a node that is away at the start before the first customer asks. */
    @EventListener(ApplicationReadyEvent.class)
    void look() {
        health();
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Optional<NodeAnswer<Freshness>> reader = nodes.askReader(Freshness::of);
        Optional<NodeAnswer<Freshness>> writer = nodes.askWriter(Freshness::of);
        health.status(reader.isPresent() || writer.isPresent() ? Status.UP : Status.OUT_OF_SERVICE)
                .withDetail(Role.READER.toString(), describe(reader))
                .withDetail(Role.WRITER.toString(), describe(writer));
    }

    private static String describe(Optional<NodeAnswer<Freshness>> answer) {
        return answer.map(found -> found.found().lag())
                .map(lag -> lag.toMillis() + " ms behind")
                .orElse(answer.isPresent() ? "no projections yet" : "away");
    }
}
