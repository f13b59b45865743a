package com.qualitypost.phoenix.local.chaos.crowd;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.qualitypost.phoenix.topic.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A program that writes to topics of others: records of megabytes that mean nothing. */
public final class LargeRecords implements AutoCloseable {
    private static final int BYTES = 5 << 20;
    private static final List<Topic> TOPICS =
            List.of(Topic.SCANS, Topic.SHIPMENT_EVENTS, Topic.SHIPMENT_STATES, Topic.SCAN_QUARANTINE);

    private final KafkaProducer<byte[], byte[]> producer;

    public LargeRecords(String bootstrapServers) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", bootstrapServers);
        config.put("max.request.size", 2 * BYTES);
        // Kafka measures a record's size after compression.
        config.put("compression.type", "gzip");
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends one to each topic; returns once Kafka has accepted or refused them. */
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
