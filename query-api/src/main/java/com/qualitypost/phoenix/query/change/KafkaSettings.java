package com.qualitypost.phoenix.query.change;

import com.qualitypost.phoenix.topic.Topic;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How Kafka is reached.
 *
 * @param bootstrapServers hosts and ports; empty if this node shall do without
 * @param registryUrl Apicurio's own API (core v3) of the schema registry
 * @param topicPrefix stands before every topic's name; empty on one machine
 */
@Validated
@ConfigurationProperties("phoenix.kafka")
record KafkaSettings(
        @NotNull String bootstrapServers,
        @NotBlank String registryUrl,
        @NotNull String topicPrefix) {

    boolean isThere() {
        return !bootstrapServers.isBlank();
    }

    String name(Topic topic) {
        return topicPrefix + topic.topicName();
    }
}
