package com.qualitypost.phoenix.servers;

/** A Kafka broker, wherever it runs. */
public interface Kafka {
    String bootstrapServers();
}
