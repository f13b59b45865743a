package com.qualitypost.phoenix.kafka;

import com.qualitypost.phoenix.topic.Topic;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach Kafka. The settings of every client come from here: each asks for a map of its own and adds to it, so that
 * what it needs to keep our guarantees overrides what is set for all.
 *
 * @param bootstrapServers hosts and ports; empty for an application that does without Kafka
 * @param topicPrefix that each topic's name begins with; empty on one machine
 * @param properties of Kafka's clients under Kafka's own names: {@code security.protocol}, {@code sasl.jaas.config} ...
 */
@Validated
@ConfigurationProperties("phoenix.kafka")
public record KafkaSettings(
        @NotNull String bootstrapServers,
        @NotNull String topicPrefix,
        @DefaultValue Map<String, String> properties) {

    public boolean isThere() {
        return !bootstrapServers.isBlank();
    }

    /** The topic's name in this deployment. */
    public String name(Topic topic) {
        return topic.topicName(topicPrefix);
    }

    /** For any client. */
    public Map<String, Object> client() {
        if (!isThere()) {
            throw new IllegalStateException(
                    "phoenix.kafka.bootstrap-servers is empty: set it to the hosts and ports of Kafka's brokers");
        }
        Map<String, Object> all = new HashMap<>(properties);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return all;
    }

    /**
     * For a producer of this topic: a record counts as sent once all in-sync replicas have it, and is given up after
     * 2.5 s.
     */
    public Map<String, Object> producer(Topic topic) {
        Map<String, Object> all = client();
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, topic.compression());
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_000);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2_500);
        return all;
    }

    /** For a consumer, whose owner says when its position is stored, and which never creates a topic. */
    public Map<String, Object> consumer() {
        Map<String, Object> all = client();
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return all;
    }

    /** Leaves the values out: some are passwords. */
    @Override
    public String toString() {
        return bootstrapServers + " " + properties.keySet();
    }
}
