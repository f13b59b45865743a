package com.qualitypost.phoenix.local.client;

import com.qualitypost.phoenix.tables.CdcPosition;
import com.qualitypost.phoenix.tables.Utc;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads the content of the writer's tables as the user who owns them. For one thread. */
public final class WriterTables implements AutoCloseable {
    private static final String SINK_OFFSETS = "SELECT topic, part, next_offset FROM sink_offset";

    private static final String AS_OF = "SELECT COALESCE(%s, TIMESTAMP '1970-01-01 00:00:00') FROM %s"
            .formatted(CdcPosition.AS_OF, CdcPosition.ROW);

    private static final String NOW = "SELECT UTC_TIMESTAMP(3)";

    private static final String EVENTS =
            "SELECT COUNT(*) FROM tracking_event WHERE tracking_number BETWEEN :first AND :last";

    private static final String QUARANTINED = """
            SELECT reason, COUNT(*) FROM quarantine
             WHERE tracking_number COLLATE utf8mb4_bin BETWEEN :first AND :last AND refused_by <> 'gateway'
             GROUP BY reason ORDER BY reason""";

    private static final String SHIPMENTS = """
            SELECT status, COUNT(*) FROM shipment
             WHERE tracking_number BETWEEN :first AND :last
             GROUP BY status ORDER BY status""";

    private static final String STATUSES =
            "SELECT tracking_number, status FROM shipment WHERE tracking_number BETWEEN :first AND :last";

    private final SingleConnectionDataSource connection;
    private final JdbcClient db;

    public WriterTables(Addresses addresses) {
        this.connection =
                new SingleConnectionDataSource(addresses.writerJdbcUrl(), "migrate", addresses.migratePassword(), true);
        this.db = JdbcClient.create(connection);
    }

    /** How far the table writer has come. */
    Map<TopicPartition, Long> sinkOffsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        db.sql(SINK_OFFSETS).query(row -> {
            offsets.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
        });
        return offsets;
    }

    /** The newest heartbeat that has come through CDC. */
    Instant asOf() {
        return Utc.instant(db.sql(AS_OF).query(LocalDateTime.class).single());
    }

    /** By the database's clock. */
    Instant now() {
        return Utc.instant(db.sql(NOW).query(LocalDateTime.class).single());
    }

    /** The counts for parcels in this range. */
    public Counts counts(NumberRange numbers) {
        return new Counts(events(numbers), grouped(QUARANTINED, numbers), grouped(SHIPMENTS, numbers));
    }

    private long events(NumberRange numbers) {
        return db.sql(EVENTS).paramSource(numbers).query(Long.class).single();
    }

    /** The status of each parcel in this range. */
    public Map<String, String> statuses(NumberRange numbers) {
        Map<String, String> statuses = new HashMap<>();
        db.sql(STATUSES).paramSource(numbers).query(row -> {
            statuses.put(row.getString(1), row.getString(2));
        });
        return statuses;
    }

    private Map<String, Long> grouped(String sql, NumberRange numbers) {
        Map<String, Long> counts = new LinkedHashMap<>();
        db.sql(sql).paramSource(numbers).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    @Override
    public void close() {
        connection.destroy();
    }

    /**
     * What the tables contain.
     *
     * @param events rows of {@code tracking_event}: accepted facts
     * @param quarantined accepted scans in the quarantine, by reason
     * @param shipments by status
     */
    public record Counts(long events, Map<String, Long> quarantined, Map<String, Long> shipments) {
        public long allQuarantined() {
            return quarantined.values().stream().mapToLong(Long::longValue).sum();
        }

        public long allShipments() {
            return shipments.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A sorted range of tracking numbers, both ends included. */
    public record NumberRange(String first, String last) {
        /** All numbers with this prefix. */
        public static NumberRange beginningWith(String prefix) {
            return new NumberRange(prefix, prefix + "~");
        }

        public boolean contain(String number) {
            return first.compareTo(number) <= 0 && number.compareTo(last) <= 0;
        }
    }
}
