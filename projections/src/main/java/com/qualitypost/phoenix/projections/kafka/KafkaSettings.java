package com.qualitypost.phoenix.projections.kafka;

import com.qualitypost.phoenix.topic.Topic;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach Kafka. The settings of every client come from here.
 *
 * @param bootstrapServers hosts and ports
 * @param topicPrefix that each topic's name begins with; empty on one machine
 * @param properties of Kafka's clients under Kafka's own names: {@code security.protocol}, {@code sasl.jaas.config} ...
 */
@Validated
@ConfigurationProperties("phoenix.kafka")
public record KafkaSettings(
        @NotBlank String bootstrapServers,
        @NotNull String topicPrefix,
        @DefaultValue Map<String, String> properties) {

    public String name(Topic topic) {
        return topicPrefix + topic.topicName();
    }

    /** Settings for one client; what it needs to keep our guarantees overrides what is set for all. */
    public Map<String, Object> client(Map<String, ?> own) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putAll(own);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return all;
    }

    /** Leaves the values out: some are passwords. */
    @Override
    public String toString() {
        return bootstrapServers + " " + properties.keySet();
    }
}
