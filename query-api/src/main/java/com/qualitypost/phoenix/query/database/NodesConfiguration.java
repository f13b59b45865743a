package com.qualitypost.phoenix.query.database;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the two nodes from the settings. */
@Configuration(proxyBeanMethods = false)
class NodesConfiguration {
    @Bean
    Nodes nodes(DatabaseSettings databases, NodeSettings settings, MeterRegistry meters) {
        return new Nodes(
                node(Role.READER, databases, settings, meters),
                node(Role.WRITER, databases, settings, meters),
                settings);
    }

    private static Node node(Role role, DatabaseSettings databases, NodeSettings settings, MeterRegistry meters) {
        return new Node(role, Pool.of(role, databases, meters), new Rest(settings.passedOverFor()));
    }
}
