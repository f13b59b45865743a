package com.qualitypost.phoenix.ingest.table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads from where the tables are written, as the database has it. Until it is aligned with the database its partitions
 * are paused and polling goes on, so that the group keeps its members.
 */
final class AlignedConsumer implements AutoCloseable {
    private static final Duration CONFIRM = Duration.ofSeconds(1);
    private static final long ENOUGH_BYTES = 8 << 20;

    private final Consumer<byte[], byte[]> consumer;
    private final SinkOffsets offsets;
    private final int maxRecords;
    private final Map<TopicPartition, Long> written = new HashMap<>();
    private boolean aligned;
    private long confirmedAt = System.nanoTime();

    AlignedConsumer(Consumer<byte[], byte[]> consumer, SinkOffsets offsets, int maxRecords) {
        this.consumer = consumer;
        this.offsets = offsets;
        this.maxRecords = maxRecords;
    }

    void subscribe(List<String> topics) {
        consumer.subscribe(topics, new Misalign());
    }

    /** As much as a transaction takes; in small polls, because a poll cannot be limited in bytes. */
    List<ConsumerRecord<byte[], byte[]>> poll(Duration time) {
        List<ConsumerRecord<byte[], byte[]>> polled = new ArrayList<>();
        long bytes = 0;
        ConsumerRecords<byte[], byte[]> some = consumer.poll(time);
        while (!some.isEmpty()) {
            for (ConsumerRecord<byte[], byte[]> record : some) {
                polled.add(record);
                bytes += Math.max(0, record.serializedValueSize());
            }
            if (!aligned || polled.size() >= maxRecords || bytes >= ENOUGH_BYTES) {
                break;
            }
            some = consumer.poll(Duration.ZERO);
        }
        return polled;
    }

    /** While it is not, what was polled may be from other places than the stored offsets. */
    boolean isAligned() {
        return aligned;
    }

    void align() {
        Map<TopicPartition, Long> stored = offsets.of(consumer.assignment());
        written.clear();
        written.putAll(stored);
        stored.forEach(consumer::seek);
        consumer.resume(consumer.paused());
        aligned = true;
    }

    void misalign() {
        aligned = false;
        consumer.pause(consumer.assignment());
    }

    /** How far each partition is written; whoever writes keeps it up to date. */
    Map<TopicPartition, Long> written() {
        return written;
    }

    /** Reads on, now that everything polled is written except in the partitions that are {@code waiting}. */
    void readOn(Set<TopicPartition> waiting) {
        consumer.resume(consumer.paused());
        consumer.pause(waiting);
        // A failover can roll back rows and offsets. Checking only the partitions of the next batch would leave quiet
        // partitions missing until their next record.
        if (System.nanoTime() - confirmedAt > CONFIRM.toNanos()) {
            offsets.confirm(written);
            show(waiting);
            confirmedAt = System.nanoTime();
        }
    }

    /**
     * Only for outside observers: the truth is in the database. The position is also past what no poll returns, such as
     * transaction markers.
     */
    private void show(Set<TopicPartition> waiting) {
        Map<TopicPartition, OffsetAndMetadata> shown = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            long next =
                    waiting.contains(partition) ? written.getOrDefault(partition, 0L) : consumer.position(partition);
            shown.put(partition, new OffsetAndMetadata(next));
        }
        consumer.commitAsync(shown, null);
    }

    /** Makes a poll throw. */
    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Reads the offsets from the database again after every change of the assignment. */
    private class Misalign implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            misalign();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // What is not committed yet is read again by the next owner.
        }
    }
}
