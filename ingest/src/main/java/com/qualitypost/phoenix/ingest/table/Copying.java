package com.qualitypost.phoenix.ingest.table;

import com.qualitypost.phoenix.tables.Stride;
import com.qualitypost.phoenix.tables.Utc;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies rows from live tables into their shadow tables in the order of the primary key, in parts that take little time
 * each.
 */
final class Copying {
    private static final int ROWS_AT_ONCE = 10_000;

    private static final String LAST_NUMBER = """
            SELECT MAX(tracking_number)
              FROM (SELECT tracking_number FROM tracking_event
                     WHERE tracking_number > ? ORDER BY tracking_number LIMIT ?) part""";
    private static final String LAST_SCAN = """
            SELECT MAX(scan_id)
              FROM (SELECT scan_id FROM tracking_event
                     WHERE tracking_number = ? AND scan_id > ? ORDER BY scan_id LIMIT ?) part""";
    private static final String KEEP_EVENTS = """
            INSERT INTO tracking_event_next
            SELECT *
              FROM tracking_event live
             WHERE %s AND live.received_at < ?
            ON DUPLICATE KEY UPDATE scan_id = tracking_event_next.scan_id""";
    private static final String KEEP_EVENTS_BETWEEN =
            KEEP_EVENTS.formatted("live.tracking_number > ? AND live.tracking_number < ?");
    private static final String KEEP_EVENTS_OF =
            KEEP_EVENTS.formatted("live.tracking_number = ? AND live.scan_id > ? AND live.scan_id <= ?");

    private static final String NEXT_PARTITION = """
            SELECT source_topic, source_partition FROM quarantine
             WHERE source_topic = ? AND source_partition > ?
             ORDER BY source_topic, source_partition LIMIT 1""";
    private static final String NEXT_TOPIC = """
            SELECT source_topic, source_partition FROM quarantine
             WHERE source_topic > ?
             ORDER BY source_topic, source_partition LIMIT 1""";
    private static final String LAST_OFFSET = """
            SELECT MAX(source_offset)
              FROM (SELECT source_offset FROM quarantine
                     WHERE source_topic = ? AND source_partition = ? AND source_offset > ?
                     ORDER BY source_offset LIMIT ?) part""";
    private static final String KEEP_REFUSALS = """
            INSERT INTO quarantine_next
            SELECT *
              FROM quarantine live
             WHERE live.source_topic = ? AND live.source_partition = ?
               AND live.source_offset > ? AND live.source_offset <= ?
            ON DUPLICATE KEY UPDATE refused_at = live.refused_at""";

    private final JdbcTemplate jdbc;
    private final Consumer<RuntimeException> failed;
    private final Stride stride = new Stride(ROWS_AT_ONCE);

    /** {@code failed} returns to have a smaller part tried. */
    Copying(JdbcTemplate jdbc, Consumer<RuntimeException> failed) {
        this.jdbc = jdbc;
        this.failed = failed;
    }

    /** Copies events received before {@code since}. */
    void events(Instant since) {
        String last = "";
        while (last != null) {
            last = eventsAfter(last, since);
        }
    }

    /** The last parcel may have any number of events, so they are copied in parts of their own. */
    private @Nullable String eventsAfter(String last, Instant since) {
        String end = inParts(() -> {
            String number = jdbc.queryForObject(LAST_NUMBER, String.class, last, stride.rows());
            if (number != null) {
                jdbc.update(KEEP_EVENTS_BETWEEN, last, number, Utc.column(since));
            }
            return number;
        });
        String scan = "";
        while (end != null && scan != null) {
            scan = eventsOf(end, scan, since);
        }
        return end;
    }

    private @Nullable String eventsOf(String number, String after, Instant since) {
        return inParts(() -> {
            String scan = jdbc.queryForObject(LAST_SCAN, String.class, number, after, stride.rows());
            if (scan != null) {
                jdbc.update(KEEP_EVENTS_OF, number, after, scan, Utc.column(since));
            }
            return scan;
        });
    }

    void refusals() {
        TopicPartition source = new TopicPartition("", 0);
        while (source != null) {
            source = refusalsOfNext(source);
        }
    }

    private @Nullable TopicPartition refusalsOfNext(TopicPartition last) {
        TopicPartition next = inParts(() -> next(last));
        Long offset = Long.MIN_VALUE;
        while (next != null && offset != null) {
            offset = refusalsOf(next, offset);
        }
        return next;
    }

    private @Nullable TopicPartition next(TopicPartition last) {
        TopicPartition partition = source(NEXT_PARTITION, last.topic(), last.partition());
        return partition == null ? source(NEXT_TOPIC, last.topic()) : partition;
    }

    private @Nullable TopicPartition source(String sql, Object... after) {
        return jdbc.query(sql, (row, _) -> new TopicPartition(row.getString(1), row.getInt(2)), after).stream()
                .findFirst()
                .orElse(null);
    }

    private @Nullable Long refusalsOf(TopicPartition source, long after) {
        return inParts(() -> {
            Long offset = jdbc.queryForObject(
                    LAST_OFFSET, Long.class, source.topic(), source.partition(), after, stride.rows());
            if (offset != null) {
                jdbc.update(KEEP_REFUSALS, source.topic(), source.partition(), after, offset);
            }
            return offset;
        });
    }

    private <T> @Nullable T inParts(Supplier<@Nullable T> part) {
        while (true) {
            try {
                T end = part.get();
                stride.wentWell();
                return end;
            } catch (RuntimeException e) {
                stride.wasTooLong();
                failed.accept(e);
            }
        }
    }
}
