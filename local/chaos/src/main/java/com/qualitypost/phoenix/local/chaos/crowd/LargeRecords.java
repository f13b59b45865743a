package com.qualitypost.phoenix.local.chaos.crowd;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.qualitypost.phoenix.topic.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A program that writes to the topics of others, records of megabytes that are nothing. */
public final class LargeRecords implements AutoCloseable {
    private static final int BYTES = 5 << 20;
    private static final List<Topic> TOPICS =
            List.of(Topic.SCANS, Topic.SHIPMENT_EVENTS, Topic.SHIPMENT_STATES, Topic.SCAN_QUARANTINE);

    private final KafkaProducer<byte[], byte[]> producer;

    public LargeRecords(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "max.request.size",
                        2 * BYTES,
                        // What a topic takes is counted compressed.
                        "compression.type",
                        "gzip"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** One to each topic; returns once Kafka has them, or will not. */
    public void send() {
        TOPICS.forEach(topic ->
                producer.send(new ProducerRecord<>(topic.topicName(), "CROWD".getBytes(US_ASCII), new byte[BYTES])));
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
