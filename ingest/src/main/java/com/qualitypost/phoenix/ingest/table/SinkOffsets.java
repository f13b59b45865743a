package com.qualitypost.phoenix.ingest.table;

import com.qualitypost.phoenix.ingest.table.row.MultiRow;
import com.qualitypost.phoenix.ingest.table.row.RecordBatch;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores how far each partition is written, in the same database as the rows. */
class SinkOffsets {
    private static final String SELECT = """
            SELECT topic, part, next_offset
              FROM sink_offset
             WHERE (topic, part) IN (%s)
             ORDER BY topic, part""";

    private static final String INSERT = "INSERT INTO sink_offset (topic, part, next_offset, owner)";

    private static final String UNLESS_THERE = "ON DUPLICATE KEY UPDATE next_offset = sink_offset.next_offset";

    private static final String SET = "ON DUPLICATE KEY UPDATE next_offset = n.next_offset, owner = n.owner";

    private final JdbcTemplate jdbc;
    private final MultiRow begin;
    private final MultiRow set;
    private final String owner;

    SinkOffsets(JdbcTemplate jdbc, String owner) {
        this.jdbc = jdbc;
        this.begin = new MultiRow(jdbc, INSERT, UNLESS_THERE);
        this.set = new MultiRow(jdbc, INSERT, SET);
        this.owner = owner;
    }

    /** Where to continue reading. Partitions not seen before begin at 0. */
    Map<TopicPartition, Long> of(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        begin.write(partitions.stream().map(partition -> row(partition, 0)).toList());
        return select(partitions, "");
    }

    /** Compares and sets within the caller's transaction; rows are locked in sorted order. */
    void advance(Map<TopicPartition, RecordBatch.Step> steps) {
        Map<TopicPartition, Long> stored = select(steps.keySet(), " FOR UPDATE");
        steps.forEach((partition, step) -> require(step.expected(), partition, stored));
        set.write(steps.entrySet().stream()
                .map(step -> row(step.getKey(), step.getValue().next()))
                .toList());
    }

    /** Only compares. */
    void confirm(Map<TopicPartition, Long> expected) {
        if (!expected.isEmpty()) {
            Map<TopicPartition, Long> stored = select(expected.keySet(), "");
            expected.forEach((partition, offset) -> require(offset, partition, stored));
        }
    }

    private static void require(long expected, TopicPartition partition, Map<TopicPartition, Long> stored) {
        if (!Long.valueOf(expected).equals(stored.get(partition))) {
            throw new OffsetConflictException(partition, expected, stored.get(partition));
        }
    }

    private Map<TopicPartition, Long> select(Collection<TopicPartition> partitions, String lock) {
        String pairs = String.join(",", Collections.nCopies(partitions.size(), "(?,?)"));
        List<Object> arguments = partitions.stream()
                .flatMap(partition -> Stream.<Object>of(partition.topic(), partition.partition()))
                .toList();
        Map<TopicPartition, Long> offsets = new HashMap<>();
        jdbc.query(
                SELECT.formatted(pairs) + lock,
                row -> {
                    offsets.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                },
                arguments.toArray());
        return offsets;
    }

    private Object[] row(TopicPartition partition, long nextOffset) {
        return new Object[] {partition.topic(), partition.partition(), nextOffset, owner};
    }
}
