package com.qualitypost.phoenix.ingest.table;

import com.qualitypost.phoenix.ingest.table.row.Content;
import com.qualitypost.phoenix.ingest.table.row.RecordBatch;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
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
import org.springframework.transaction.TransactionException;

/** Writes records into tables. A record that no table can hold goes to the quarantine alone and stops nobody. */
public final class BisectingWriter {
    private static final Logger log = LoggerFactory.getLogger(BisectingWriter.class);

    /** Errors about values for which MySQL gives no SQL state: characters, collations, the size of a statement. */
    private static final Set<Integer> VALUE_ERRORS = Set.of(1153, 1267, 1300, 1366, 3988);

    private static final int MOST_RECORDS = 2_000;
    private static final long MOST_BYTES = 8 << 20;

    /** For each device a thousand gaps may be read and written. */
    private static final int MOST_DEVICES = 200;

    private final BatchReader reader;
    private final Consumer<RecordBatch> tables;
    private final Consumer<RuntimeException> failed;
    private int most = MOST_RECORDS;

    BisectingWriter(BatchReader reader, Consumer<RecordBatch> tables) {
        this(reader, tables, failure -> {
            throw failure;
        });
    }

    /** {@code failed} throws, or returns to have a smaller part tried at once. */
    BisectingWriter(BatchReader reader, Consumer<RecordBatch> tables, Consumer<RuntimeException> failed) {
        this.reader = reader;
        this.tables = tables;
        this.failed = failed;
    }

    /** For tables that keep no offsets. */
    public void write(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        write(reader.read(records), new HashMap<>());
    }

    /** {@code written} says how far each partition is written, and is kept up to date. */
    void write(List<Content> contents, Map<TopicPartition, Long> written) {
        for (int from = 0; from < contents.size(); ) {
            int until = end(contents, from);
            try {
                writeAll(contents.subList(from, until), written);
            } catch (DataAccessException | TransactionException e) {
                // What did not fit into the time limit is tried in smaller parts.
                most = Math.max(1, (until - from) / 2);
                failed.accept(e);
                continue;
            }
            most = Math.min(MOST_RECORDS, 2 * most);
            from = until;
        }
    }

    /** A transaction takes one record, however large, and as many others as fit. */
    private int end(List<Content> contents, int from) {
        long bytes = 0;
        Set<String> devices = new HashSet<>();
        int until = from;
        while (until < contents.size() && until - from < most) {
            Content next = contents.get(until);
            bytes += next.bytes();
            if (next.deviceId() != null) {
                devices.add(next.deviceId());
            }
            if (until > from && (bytes > MOST_BYTES || devices.size() > MOST_DEVICES)) {
                break;
            }
            until++;
        }
        return until;
    }

    private void writeAll(List<Content> contents, Map<TopicPartition, Long> written) {
        try {
            writeOnce(contents, written);
        } catch (DataAccessException e) {
            String trouble = troubleWithValues(e);
            if (trouble == null) {
                throw e;
            }
            if (contents.size() == 1) {
                Content content = contents.getFirst();
                log.warn("{} is quarantined: {}", content.partition(), trouble);
                writeOnce(List.of(reader.refused(content, trouble)), written);
            } else {
                int half = contents.size() / 2;
                writeAll(contents.subList(0, half), written);
                writeAll(contents.subList(half, contents.size()), written);
            }
        }
    }

    private void writeOnce(List<Content> contents, Map<TopicPartition, Long> written) {
        RecordBatch batch = RecordBatch.of(contents, written);
        tables.accept(batch);
        batch.steps().forEach((partition, step) -> written.put(partition, step.next()));
    }

    /** Null if the database failed for another reason than the values of the rows. */
    private static @Nullable String troubleWithValues(DataAccessException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                boolean values = state.startsWith("22") || state.startsWith("23");
                return values || VALUE_ERRORS.contains(sql.getErrorCode()) || isTooLarge(sql) ? sql.getMessage() : null;
            }
        }
        return null;
    }

    /**
     * When the driver itself refuses a statement as larger than MySQL accepts, it gives neither a state nor a number.
     */
    private static boolean isTooLarge(SQLException e) {
        return e.getClass().getSimpleName().equals("PacketTooBigException");
    }
}
