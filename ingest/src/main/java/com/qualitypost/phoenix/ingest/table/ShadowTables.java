package com.qualitypost.phoenix.ingest.table;

import com.qualitypost.phoenix.ingest.database.DatabaseSettings;
import com.qualitypost.phoenix.ingest.table.row.BatchRows;
import com.qualitypost.phoenix.tables.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The tables that a rebuild fills beside the live ones. One connection owns them: its lock keeps a second rebuild away,
 * and an owner that freezes loses the connection, and with it all locks, after ten seconds. Rows are written on another
 * connection, in parts that take little time each.
 */
public final class ShadowTables implements AutoCloseable {
    private static final String NEXT = "_next";
    private static final List<String> TABLES = List.of("shipment", "tracking_event", "quarantine");

    /** For creating, locking, swapping and dropping tables, which cannot be done in parts. */
    private static final Duration OWNERS_PATIENCE = Duration.ofMinutes(1);

    private static final String SESSION =
            "wait_timeout = 10, lock_wait_timeout = 2, transaction_isolation = 'READ-COMMITTED'";
    private static final String OWN = "SELECT GET_LOCK('phoenix rebuild of tables', 0)";
    private static final String CREATE = "CREATE TABLE %1$s_next LIKE %1$s";
    private static final String SHAPE = "SHOW CREATE TABLE %s";

    /** Every writer of every process waits here between two of its transactions. */
    private static final String LOCK = TABLES.stream()
            .map(table -> table + " WRITE, " + table + "_next WRITE")
            .collect(Collectors.joining(", ", "LOCK TABLES sink_offset WRITE, ", ""));

    private static final String UNLOCK = "UNLOCK TABLES";
    private static final String SWAP = TABLES.stream()
            .map("%1$s TO %1$s_old, %1$s_next TO %1$s"::formatted)
            .collect(Collectors.joining(", ", "RENAME TABLE ", ""));

    private static final String DROP = TABLES.stream()
            .map("%1$s_next, %1$s_old"::formatted)
            .collect(Collectors.joining(", ", "DROP TABLE IF EXISTS ", ""));

    /** Keeps the connection alive, and fails if it is gone. */
    private static final String ALIVE = "DO 0";

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final SingleConnectionDataSource owner;
    private final SingleConnectionDataSource data;
    private final JdbcTemplate jdbc;
    private final SinkOffsets offsets;

    private ShadowTables(SingleConnectionDataSource owner, SingleConnectionDataSource data) {
        this.owner = owner;
        this.data = data;
        this.jdbc = new JdbcTemplate(owner);
        this.offsets = new SinkOffsets(jdbc, "rebuild");
    }

    /** Creates empty tables; returns nothing if another rebuild is running. */
    public static Optional<ShadowTables> create(DatabaseSettings settings) {
        Optional<ShadowTables> next = own(settings);
        next.ifPresent(ShadowTables::create);
        return next;
    }

    /** Drops what an interrupted rebuild left behind. */
    static void dropLeftovers(DatabaseSettings settings) {
        own(settings).ifPresent(ShadowTables::close);
    }

    private static Optional<ShadowTables> own(DatabaseSettings settings) {
        SingleConnectionDataSource owner = connection(settings, OWNERS_PATIENCE);
        try {
            if (Long.valueOf(1).equals(new JdbcTemplate(owner).queryForObject(OWN, Long.class))) {
                return Optional.of(new ShadowTables(owner, connection(settings, settings.socketTimeout())));
            }
        } catch (RuntimeException e) {
            owner.destroy();
            throw e;
        }
        owner.destroy();
        return Optional.empty();
    }

    private static SingleConnectionDataSource connection(DatabaseSettings settings, Duration patience) {
        var connection = new SingleConnectionDataSource(
                settings.url(), settings.migrateUser(), settings.migratePassword(), true);
        var properties = new Properties();
        properties.put("connectTimeout", "1000");
        properties.put("socketTimeout", Long.toString(patience.toMillis()));
        properties.put("sessionVariables", SESSION);
        connection.setConnectionProperties(properties);
        return connection;
    }

    private void create() {
        jdbc.execute(DROP);
        TABLES.forEach(table -> jdbc.execute(CREATE.formatted(table)));
    }

    /** How far the live tables are written. */
    public Map<TopicPartition, Long> written(Collection<TopicPartition> partitions) {
        return offsets.of(partitions);
    }

    /**
     * Writes without a transaction: nobody sees the tables before the swap. What takes too long is written in smaller
     * parts.
     */
    public BisectingWriter writer(BatchReader reader) {
        return new BisectingWriter(reader, new BatchRows(new JdbcTemplate(data), NEXT)::write, this::again);
    }

    /** For the few records left while all tables are locked: only the owner of the lock may write then. */
    public BisectingWriter lastWriter(BatchReader reader) {
        return new BisectingWriter(reader, new BatchRows(jdbc, NEXT)::write);
    }

    /** Keeps facts received before {@code since} that are no longer on the topic. */
    public void keepEventsBefore(Instant since) {
        copying().events(since);
    }

    /** Keeps every refusal: a topic may have lost it, and its first refusal is the one that counts. */
    public void keepRefusals() {
        copying().refusals();
    }

    private Copying copying() {
        return new Copying(new JdbcTemplate(data), this::again);
    }

    /** Has to be called now and then: an owner that is silent for too long loses the tables to others. */
    public void keep() {
        jdbc.execute(ALIVE);
    }

    /**
     * Returns to have a smaller part tried; throws if that does not help, or if another process may own the tables by
     * now.
     */
    private void again(RuntimeException failure) {
        if (!Outage.isOne(failure) && !(failure instanceof PessimisticLockingFailureException)) {
            throw failure;
        }
        data.resetConnection();
        LockSupport.parkNanos(PAUSE.toNanos());
        keep();
    }

    /**
     * Swaps the filled tables with the live ones in one step for all readers, after {@code rest} has written what the
     * live ones have received meanwhile. Nobody else writes until it is over, so the stored offsets fit both.
     */
    public void swap(Runnable rest) {
        jdbc.execute(LOCK);
        rest.run();
        TABLES.forEach(this::requireSameShape);
        jdbc.execute(SWAP);
        jdbc.execute(UNLOCK);
    }

    private void requireSameShape(String table) {
        if (!shape(table).equals(shape(table + "_next").replace("`" + table + "_next`", "`" + table + "`"))) {
            throw new IllegalStateException(
                    "the table %s was altered meanwhile; start the rebuild again".formatted(table));
        }
    }

    private String shape(String table) {
        return jdbc.query(SHAPE.formatted(table), row -> {
            row.next();
            return row.getString(2);
        });
    }

    @Override
    public void close() {
        try {
            jdbc.execute(UNLOCK);
            jdbc.execute(DROP);
        } catch (DataAccessException e) {
            // Their next owner drops them.
        } finally {
            data.destroy();
            owner.destroy();
        }
    }
}
