package com.qualitypost.phoenix.ingest.table;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import com.qualitypost.phoenix.background.OutageLog;
import com.qualitypost.phoenix.ingest.wire.AvroReader.RegistryAwayException;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Moves records from the topics into the tables, one poll at a time. While the database is away it keeps trying;
 * afterwards reading continues from the offsets that the database has.
 */
class TableWriter implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(TableWriter.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final AlignedConsumer consumer;
    private final List<String> topics;
    private final BatchReader reader;
    private final FactsWithStates facts;
    private final BisectingWriter writer;
    private final OutageLog outage = new OutageLog(
            log, "The tables cannot be written, scans wait on Kafka until they can", "The tables are written again.");
    private boolean locked;
    private volatile boolean stopping;

    TableWriter(
            AlignedConsumer consumer,
            List<String> topics,
            BatchReader reader,
            FactsWithStates facts,
            BisectingWriter writer) {
        this.consumer = consumer;
        this.topics = topics;
        this.reader = reader;
        this.facts = facts;
        this.writer = writer;
    }

    /** The topics that are written into the tables. */
    static List<String> topics(KafkaTopics topics) {
        return List.of(topics.events(), topics.states(), topics.quarantine(), topics.duplicates());
    }

    @Override
    public void run() {
        try (consumer;
                reader) {
            consumer.subscribe(topics);
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
        List<ConsumerRecord<byte[], byte[]>> polled = consumer.poll(outage.reason() == null ? POLL : RETRY);
        try {
            if (consumer.isAligned()) {
                writer.write(facts.complete(reader.read(polled)), consumer.written());
                consumer.readOn(facts.waiting());
                locked = false;
                outage.works();
            } else {
                consumer.align();
                facts.forget();
            }
        } catch (OffsetConflictException e) {
            log.info("Reading on from the stored offsets: {}", e.getMessage());
            consumer.misalign();
        } catch (PessimisticLockingFailureException e) {
            if (locked) {
                stall(e);
            }
            // A single deadlock is normal and not worth a log line: transactions meet.
            locked = true;
            consumer.misalign();
        } catch (TransactionSystemException e) {
            // The rollback failed too; the interesting error is the one that caused it.
            stall(e.getApplicationException() == null ? e : e.getApplicationException());
        } catch (DataAccessException | TransactionException | RegistryAwayException e) {
            stall(e);
        }
    }

    private void stall(Throwable e) {
        consumer.misalign();
        outage.failed(getMostSpecificCause(e).toString());
    }

    /** Why nothing is written; null if all is well. */
    @Nullable
    String trouble() {
        return outage.reason();
    }
}
