package com.qualitypost.phoenix.ingest.shipment.table;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Writes records into tables. One that no table can hold goes to the quarantine alone, and stops nobody. */
public final class RecordWriter {

    private static final Logger log = LoggerFactory.getLogger(RecordWriter.class);

    /** What MySQL says of a value without a SQL state for it: characters, collations, the size of a statement. */
    private static final Set<Integer> VALUE_ERRORS = Set.of(1153, 1267, 1300, 1366, 3988);

    private final BatchReader reader;
    private final Consumer<Batch> tables;

    RecordWriter(BatchReader reader, Consumer<Batch> tables) {
        this.reader = reader;
        this.tables = tables;
    }

    /** {@code written} says where each partition stands; whoever writes the batches keeps it up. */
    public void write(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> written) {
        write(reader.read(records), written);
    }

    void write(List<Content> contents, Map<TopicPartition, Long> written) {
        if (contents.isEmpty()) {
            return;
        }
        try {
            tables.accept(Batch.of(contents, written));
        } catch (DataAccessException e) {
            String trouble = troubleWithValues(e);
            if (trouble == null) {
                throw e;
            }
            if (contents.size() == 1) {
                Content content = contents.getFirst();
                log.warn("{} is quarantined: {}", content.partition(), trouble);
                tables.accept(Batch.of(List.of(reader.refused(content, trouble)), written));
            } else {
                int half = contents.size() / 2;
                write(contents.subList(0, half), written);
                write(contents.subList(half, contents.size()), written);
            }
        }
    }

    /** Null where it is not what the rows say that the database does not take. */
    private static @Nullable String troubleWithValues(DataAccessException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                boolean values = state.startsWith("22") || state.startsWith("23");
                return values || VALUE_ERRORS.contains(sql.getErrorCode()) ? sql.getMessage() : null;
            }
        }
        return null;
    }
}
