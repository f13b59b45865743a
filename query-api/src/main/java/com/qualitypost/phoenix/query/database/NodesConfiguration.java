package com.qualitypost.phoenix.query.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the two nodes from the settings. */
@Configuration(proxyBeanMethods = false)
class NodesConfiguration {
    private static final Duration ANY_LAG = Duration.ofDays(10_000);
    private static final Duration A_LONG_QUESTION = Duration.ofSeconds(5);
    private static final Duration A_COMMIT = Duration.ofSeconds(1);

    @Bean
    Nodes nodes(DatabaseSettings databases, NodeSettings settings, MeterRegistry meters) {
        return nodes(settings, role -> Pool.of(role, databases, meters));
    }

    /**
     * For long queries, on connections of their own and with their own record of which node is away, so that lookups
     * are not affected. Whoever uses these nodes wants to see how far behind the reader is, not to be sent to the
     * writer.
     */
    @Bean(defaultCandidate = false)
    Nodes operatorNodes(DatabaseSettings databases, NodeSettings settings) {
        return patientNodes("operators", databases.patient(A_LONG_QUESTION), settings);
    }

    /** For writes, with or without a lookup: a commit has to wait for a disk, and must not wait for operators. */
    @Bean(defaultCandidate = false)
    Nodes recipientNodes(DatabaseSettings databases, NodeSettings settings) {
        return patientNodes("recipients", databases.patient(A_COMMIT), settings);
    }

    private static Nodes patientNodes(String asker, DatabaseSettings databases, NodeSettings settings) {
        return nodes(new NodeSettings(ANY_LAG, settings.passedOverFor()), role -> Pool.patient(asker, role, databases));
    }

    private static Nodes nodes(NodeSettings settings, Function<Role, HikariDataSource> pool) {
        return new Nodes(node(Role.READER, settings, pool), node(Role.WRITER, settings, pool), settings);
    }

    private static Node node(Role role, NodeSettings settings, Function<Role, HikariDataSource> pool) {
        return new Node(role, pool.apply(role), new CircuitBreaker(settings.passedOverFor()));
    }
}
