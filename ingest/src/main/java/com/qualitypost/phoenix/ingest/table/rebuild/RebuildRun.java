package com.qualitypost.phoenix.ingest.table.rebuild;

import com.qualitypost.phoenix.ingest.table.BatchReader;
import com.qualitypost.phoenix.ingest.table.BisectingWriter;
import com.qualitypost.phoenix.ingest.table.ShadowTables;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.CannotAcquireLockException;

/** Reads the topics from their beginning into the shadow tables, up to exactly where the live ones are written. */
final class RebuildRun {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_WITH_WRITERS_WAITING = Duration.ofSeconds(3);

    /** This many are read in less than the second for which the writers may be kept waiting. */
    private static final long FEW = 2_000;

    private static final int SWAP_ATTEMPTS = 20;

    /** Records are not on a topic exactly in the order in which they were received. */
    private static final Duration DISORDER = Duration.ofHours(1);

    private final ShadowTables next;
    private final Consumer<byte[], byte[]> consumer;
    private final BisectingWriter writer;
    private final BisectingWriter lastWriter;
    private final Progress progress;
    private final Set<TopicPartition> partitions = new HashSet<>();
    private final Map<TopicPartition, Long> beginnings;

    private RebuildRun(
            ShadowTables next,
            Consumer<byte[], byte[]> consumer,
            BatchReader reader,
            KafkaTopics topics,
            Progress progress) {
        this.next = next;
        this.consumer = consumer;
        this.writer = next.writer(reader);
        this.lastWriter = next.lastWriter(reader);
        this.progress = progress;
        Stream.of(topics.events(), topics.states(), topics.quarantine())
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .forEach(partition -> partitions.add(new TopicPartition(partition.topic(), partition.partition())));
        consumer.assign(partitions);
        this.beginnings = consumer.beginningOffsets(partitions);
        beginnings.forEach(consumer::seek);
    }

    static void run(
            ShadowTables next,
            Consumer<byte[], byte[]> consumer,
            BatchReader reader,
            KafkaTopics topics,
            Progress progress) {
        var filling = new RebuildRun(next, consumer, reader, topics, progress);
        filling.requireAllThatIsWritten();
        filling.catchUp();
        filling.oldestEventKept(topics.events()).ifPresent(next::keepEventsBefore);
        next.keepRefusals();
        filling.swap();
    }

    /** A topic that ends before the tables do has lost records that only the tables still have. */
    private void requireAllThatIsWritten() {
        // In this order, because scans go on: the tables may soon be written past ends that were read first.
        Map<TopicPartition, Long> writtenUpTo = next.written(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        writtenUpTo.forEach((partition, written) -> {
            long end = ends.getOrDefault(partition, 0L);
            if (written > end) {
                throw new IllegalStateException(
                        "%s ends at %d, but the tables are written up to %d. Restore the topic, or keep the tables"
                                .formatted(partition, end, written));
            }
        });
    }

    private void catchUp() {
        long read;
        do {
            read = fillUpTo(next.written(partitions), PATIENCE, writer);
        } while (read > FEW);
    }

    private void swap() {
        for (int attempt = 1; ; attempt++) {
            try {
                next.swap(() -> fillUpTo(next.written(partitions), PATIENCE_WITH_WRITERS_WAITING, lastWriter));
                return;
            } catch (CannotAcquireLockException e) {
                // Somebody is reading one of the tables for longer than the writers should be kept waiting.
                if (attempt == SWAP_ATTEMPTS) {
                    throw e;
                }
                catchUp();
            }
        }
    }

    /** Returns how many records that took. */
    private long fillUpTo(Map<TopicPartition, Long> target, Duration patience, BisectingWriter into) {
        long before = position();
        progress.expects(distance(target.values()));
        Instant lastMoved = Instant.now();
        for (List<TopicPartition> behind = behind(target); !behind.isEmpty(); behind = behind(target)) {
            consumer.pause(partitions);
            consumer.resume(behind);
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                lastMoved = Instant.now();
            } else if (Instant.now().isAfter(lastMoved.plus(patience))) {
                throw new IllegalStateException(
                        "Kafka does not deliver the records that the tables have from it. Check the brokers, then start again");
            }
            write(records, target, into);
            next.keep();
            progress.has(position());
        }
        return position() - before;
    }

    private List<TopicPartition> behind(Map<TopicPartition, Long> target) {
        return partitions.stream()
                .filter(partition -> consumer.position(partition) < target.getOrDefault(partition, 0L))
                .toList();
    }

    private void write(
            ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, Long> target, BisectingWriter into) {
        List<ConsumerRecord<byte[], byte[]>> wanted = new ArrayList<>();
        for (TopicPartition partition : records.partitions()) {
            long end = target.getOrDefault(partition, 0L);
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                if (record.offset() < end) {
                    wanted.add(record);
                }
            }
            if (consumer.position(partition) > end) {
                consumer.seek(partition, end);
            }
        }
        into.write(wanted);
    }

    private long position() {
        return distance(partitions.stream().map(consumer::position).toList());
    }

    private long distance(Collection<Long> offsets) {
        return sum(offsets) - sum(beginnings.values());
    }

    private static long sum(Collection<Long> offsets) {
        return offsets.stream().mapToLong(Long::longValue).sum();
    }

    /** Up to which time the topic may lack events; empty if it lacks none. */
    private Optional<Instant> oldestEventKept(String events) {
        List<TopicPartition> shortened = beginnings.entrySet().stream()
                .filter(beginning -> beginning.getKey().topic().equals(events) && beginning.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
        return shortened.stream().map(this::oldestKept).max(Instant::compareTo).map(oldest -> oldest.plus(DISORDER));
    }

    private Instant oldestKept(TopicPartition partition) {
        OffsetAndTimestamp first =
                consumer.offsetsForTimes(Map.of(partition, 0L)).get(partition);
        return first == null ? Instant.now() : Instant.ofEpochMilli(first.timestamp());
    }
}
