package com.qualitypost.phoenix.local.backup;

import com.qualitypost.phoenix.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The scans that were acknowledged before a backup, which means that they are on Kafka before the recorded ends. */
final class AcknowledgedScans {
    private static final String FACTS = """
            SELECT CONCAT(tracking_number, ' ', scan_id) FROM phoenix.tracking_event
             WHERE (tracking_number, scan_id) IN (:keys)""";
    private static final String REFUSED = """
            SELECT source_offset FROM phoenix.quarantine
             WHERE source_topic = :topic AND source_partition = :partition AND source_offset IN (:offsets)""";

    private final String bootstrapServers;
    private final Map<Integer, Long> ends;

    AcknowledgedScans(String bootstrapServers, Map<Integer, Long> ends) {
        this.bootstrapServers = bootstrapServers;
        this.ends = ends;
    }

    /** How many scans were acknowledged, and those of which nothing is known, neither as a fact nor as refused. */
    record Audit(long acknowledged, List<String> missing) {}

    Audit audit(RootConnection database) {
        long acknowledged = 0;
        List<String> missing = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            for (Map.Entry<Integer, Long> end : ends.entrySet()) {
                var partition = new TopicPartition(Topic.SCANS.topicName(), end.getKey());
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                long there = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
                if (there < end.getValue()) {
                    missing.add(
                            "%s ends at %d on Kafka, but ended at %d when the backup was made: Kafka has lost records since"
                                    .formatted(partition, there, end.getValue()));
                }
                while (consumer.position(partition) < Math.min(there, end.getValue())) {
                    var records = consumer.poll(Duration.ofMillis(500)).records(partition).stream()
                            .filter(record -> record.offset() < end.getValue())
                            .toList();
                    acknowledged += records.size();
                    missing.addAll(missing(database, partition, records));
                }
            }
        }
        return new Audit(acknowledged, missing);
    }

    private static List<String> missing(
            RootConnection database, TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        Map<Long, String> left = new HashMap<>();
        records.forEach(record -> left.put(record.offset(), record.key() + " " + id(record)));
        if (left.isEmpty()) {
            return List.of();
        }
        left.values().removeAll(facts(database, left.values().stream().collect(Collectors.toSet())));
        if (!left.isEmpty()) {
            left.keySet()
                    .removeAll(database.db()
                            .sql(REFUSED)
                            .param("topic", partition.topic())
                            .param("partition", partition.partition())
                            .param("offsets", left.keySet())
                            .query(Long.class)
                            .list());
        }
        return left.entrySet().stream()
                .map(scan -> "%s-%d (%s)".formatted(partition, scan.getKey(), scan.getValue()))
                .toList();
    }

    private static Set<String> facts(RootConnection database, Set<String> scans) {
        List<Object[]> keys = scans.stream()
                .map(scan -> new Object[] {
                    scan.substring(0, scan.lastIndexOf(' ')), scan.substring(scan.lastIndexOf(' ') + 1)
                })
                .toList();
        return new HashSet<>(
                database.db().sql(FACTS).param("keys", keys).query(String.class).list());
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        Header id = record.headers().lastHeader("ce_id");
        return id == null ? "-" : new String(id.value(), StandardCharsets.UTF_8);
    }
}
