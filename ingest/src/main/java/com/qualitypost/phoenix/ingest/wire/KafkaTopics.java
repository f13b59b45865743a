package com.qualitypost.phoenix.ingest.wire;

import com.qualitypost.phoenix.topic.Topic;

/**
 * Names the catalogue's topics in this deployment.
 *
 * @param prefix that each topic's name begins with
 */
public record KafkaTopics(String prefix) {
    public String scans() {
        return name(Topic.SCANS);
    }

    public String events() {
        return name(Topic.SHIPMENT_EVENTS);
    }

    public String states() {
        return name(Topic.SHIPMENT_STATES);
    }

    public String quarantine() {
        return name(Topic.SCAN_QUARANTINE);
    }

    public String duplicates() {
        return name(Topic.DUPLICATE_SCANS);
    }

    private String name(Topic topic) {
        return topic.topicName(prefix);
    }
}
