package com.qualitypost.phoenix.ingest.wire;

import jakarta.validation.constraints.NotBlank;
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
 * @param properties of Kafka's clients under Kafka's own names: {@code security.protocol}, {@code sasl.jaas.config} ...
 */
@Validated
@ConfigurationProperties("phoenix.kafka")
public record KafkaSettings(
        @NotBlank String bootstrapServers, @DefaultValue Map<String, String> properties) {

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
