package com.qualitypost.phoenix.servers.kafka;

/** A Kafka broker, wherever it runs. */
public interface Kafka {
    String bootstrapServers();
}
