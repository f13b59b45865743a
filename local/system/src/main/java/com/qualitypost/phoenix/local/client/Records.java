package com.qualitypost.phoenix.local.client;

import com.qualitypost.phoenix.servers.process.ServerException;
import com.qualitypost.phoenix.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts the records on Kafka that are still waiting. Closed by whoever opened it; for one thread. */
final class Records implements AutoCloseable {
    private static final String JUDGES = "phoenix-shipment";
    private static final List<Topic> WRITTEN =
            List.of(Topic.SHIPMENT_EVENTS, Topic.SHIPMENT_STATES, Topic.SCAN_QUARANTINE, Topic.DUPLICATE_SCANS);
    /** More than a transaction's markers, which are not records. */
    private static final long SURELY_RECORDS = 500;

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;

    Records(String bootstrapServers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** By the offsets that the topology commits together with its results. */
    long unjudged() {
        Map<TopicPartition, OffsetAndMetadata> committed;
        try {
            committed = admin.listConsumerGroupOffsets(JUDGES)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new ServerException("Asking Kafka how far the scans are judged: " + e.getMessage(), e);
        }
        Map<TopicPartition, Long> ends = ends(Stream.of(Topic.SCANS));
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata judged = committed.get(end.getKey());
                    return end.getValue() - (judged == null ? 0 : judged.offset());
                })
                .sum();
    }

    /** The records after these offsets, on the topics that the tables mirror. */
    long after(Map<TopicPartition, Long> written) {
        Map<TopicPartition, Long> left = new HashMap<>();
        ends(WRITTEN.stream()).forEach((partition, end) -> {
            if (end > written.getOrDefault(partition, 0L)) {
                left.put(partition, end);
            }
        });
        long offsets = left.entrySet().stream()
                .mapToLong(end -> end.getValue() - written.getOrDefault(end.getKey(), 0L))
                .sum();
        return offsets > SURELY_RECORDS ? offsets : counted(left, written);
    }

    /** Transactions end with markers that take an offset each, and that can be told from records only by reading. */
    private long counted(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> from) {
        consumer.assign(ends.keySet());
        ends.keySet().forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
        long records = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            records += consumer.poll(Duration.ofMillis(100)).count();
        }
        return records;
    }

    private Map<TopicPartition, Long> ends(Stream<Topic> topics) {
        return consumer.endOffsets(topics.flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
    }

    @Override
    public void close() {
        admin.close();
        consumer.close();
    }
}
