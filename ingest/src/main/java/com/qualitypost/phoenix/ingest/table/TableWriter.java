package com.qualitypost.phoenix.ingest.table;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import com.qualitypost.phoenix.background.OutageLog;
import com.qualitypost.phoenix.ingest.table.row.RecordBatch;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.ingest.wire.RegistryAwayException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Moves records from the topics into the tables, one poll at a time. While the database is away the partitions are
 * paused and polling goes on, so that the group keeps its members; afterwards reading continues from the offsets that
 * the database has.
 */
class TableWriter implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(TableWriter.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration CONFIRM = Duration.ofSeconds(1);
    private static final long ENOUGH_BYTES = 8 << 20;

    private final Consumer<byte[], byte[]> consumer;
    private final KafkaTopics topics;
    private final BatchReader reader;
    private final BisectingWriter records;
    private final FactsWithStates facts;
    private final ShipmentWriter writer;
    private final SinkOffsets offsets;
    private final int maxRecords;
    private final Map<TopicPartition, Long> written = new HashMap<>();
    private boolean aligned;
    private long confirmedAt = System.nanoTime();
    private boolean locked;
    private final OutageLog outage = new OutageLog(
            log, "The tables cannot be written, scans wait on Kafka until they can", "The tables are written again.");
    private volatile boolean stopping;

    TableWriter(
            Consumer<byte[], byte[]> consumer,
            KafkaTopics topics,
            BatchReader reader,
            FactsWithStates facts,
            ShipmentWriter writer,
            SinkOffsets offsets,
            int maxRecords) {
        this.consumer = consumer;
        this.topics = topics;
        this.reader = reader;
        this.records = new BisectingWriter(reader, this::write);
        this.facts = facts;
        this.writer = writer;
        this.offsets = offsets;
        this.maxRecords = maxRecords;
    }

    /** The topics that are written into the tables. */
    static List<String> topics(KafkaTopics topics) {
        return List.of(topics.events(), topics.states(), topics.quarantine(), topics.duplicates());
    }

    @Override
    public void run() {
        try (consumer;
                reader) {
            consumer.subscribe(topics(topics), new Realign());
            while (!stopping) {
                step();
            }
        } catch (WakeupException e) {
            // Asked to stop while polling.
        }
    }

    void stop() {
        stopping = true;
        consumer.wakeup();
    }

    private void step() {
        List<ConsumerRecord<byte[], byte[]>> polled = poll(outage.reason() == null ? POLL : RETRY);
        try {
            if (!aligned) {
                // This poll may have read from other places than the stored offsets.
                align();
            } else {
                records.write(facts.complete(reader.read(polled)), written);
                readOn();
                confirm();
                recovered();
            }
        } catch (OffsetConflictException e) {
            log.info("Reading on from the stored offsets: {}", e.getMessage());
            misaligned();
        } catch (PessimisticLockingFailureException e) {
            if (locked) {
                stall(e);
            }
            // A single deadlock is normal and not worth a log line: transactions meet.
            locked = true;
            misaligned();
        } catch (TransactionSystemException e) {
            // The rollback failed too; the interesting error is the one that caused it.
            stall(e.getApplicationException() == null ? e : e.getApplicationException());
        } catch (DataAccessException | TransactionException | RegistryAwayException e) {
            stall(e);
        }
    }

    /** As much as a transaction takes; in small polls, because a poll cannot be limited in bytes. */
    private List<ConsumerRecord<byte[], byte[]>> poll(Duration time) {
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

    private void write(RecordBatch batch) {
        writer.write(batch);
        batch.steps().forEach((partition, step) -> written.put(partition, step.next()));
    }

    private void readOn() {
        consumer.resume(consumer.paused());
        consumer.pause(facts.waiting());
    }

    /**
     * A failover can roll back rows and offsets. Checking only the partitions of the next batch would leave quiet partitions missing
     * until their next record.
     */
    private void confirm() {
        if (System.nanoTime() - confirmedAt > CONFIRM.toNanos()) {
            offsets.confirm(written);
            show();
            confirmedAt = System.nanoTime();
        }
    }

    /**
     * Only for outside observers: the truth is in the database. Everything polled is written by now; the position is
     * also past what no poll returns, such as transaction markers.
     */
    private void show() {
        Map<TopicPartition, OffsetAndMetadata> shown = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            long next = facts.waiting().contains(partition)
                    ? written.getOrDefault(partition, 0L)
                    : consumer.position(partition);
            shown.put(partition, new OffsetAndMetadata(next));
        }
        consumer.commitAsync(shown, null);
    }

    private void align() {
        Map<TopicPartition, Long> stored = offsets.of(consumer.assignment());
        written.clear();
        written.putAll(stored);
        facts.forget();
        stored.forEach(consumer::seek);
        consumer.resume(consumer.paused());
        aligned = true;
    }

    private void recovered() {
        locked = false;
        outage.works();
    }

    private void misaligned() {
        aligned = false;
        consumer.pause(consumer.assignment());
    }

    private void stall(Throwable e) {
        misaligned();
        outage.failed(getMostSpecificCause(e).toString());
    }

    /** Why nothing is written; null if all is well. */
    @Nullable
    String trouble() {
        return outage.reason();
    }

    /** Reads the offsets from the database again after every change of the assignment. */
    private class Realign implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            misaligned();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // What is not committed yet is read again by the next owner.
        }
    }
}
