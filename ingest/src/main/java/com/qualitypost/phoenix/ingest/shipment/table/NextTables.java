package com.qualitypost.phoenix.ingest.shipment.table;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The tables that a rebuild fills beside the live ones, on a connection of its own. A lock that ends with the connection
 * keeps a second rebuild away; one who freezes loses the connection after ten seconds, and with it all locks.
 */
public final class NextTables implements AutoCloseable {

    private static final List<String> TABLES = List.of("shipment", "tracking_event", "quarantine");

    private static final String SESSION =
            "wait_timeout = 10, lock_wait_timeout = 2, transaction_isolation = 'READ-COMMITTED'";

    private static final String OWN = "SELECT GET_LOCK('phoenix rebuild of tables', 0)";

    private static final String CREATE = "CREATE TABLE %1$s_next LIKE %1$s";

    private static final String SHAPE = "SHOW CREATE TABLE %s";

    /** Every writer, in whatever process, waits here between two of its transactions. */
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

    private static final String LAST_OF_PART = """
            SELECT MAX(tracking_number)
              FROM (SELECT tracking_number
                      FROM tracking_event
                     WHERE tracking_number > ?
                     ORDER BY tracking_number
                     LIMIT 10000) part""";

    private static final String KEEP_EVENTS = """
            INSERT INTO tracking_event_next
            SELECT *
              FROM tracking_event live
             WHERE live.tracking_number > ? AND live.tracking_number <= ? AND live.received_at < ?
            ON DUPLICATE KEY UPDATE scan_id = tracking_event_next.scan_id""";

    private static final String KEEP_REFUSALS = """
            INSERT INTO quarantine_next
            SELECT * FROM quarantine live
            ON DUPLICATE KEY UPDATE refused_at = live.refused_at""";

    private final SingleConnectionDataSource connection;
    private final JdbcTemplate jdbc;
    private final SinkOffsets offsets;
    private final BatchRows rows;

    private NextTables(SingleConnectionDataSource connection, JdbcTemplate jdbc) {
        this.connection = connection;
        this.jdbc = jdbc;
        this.offsets = new SinkOffsets(jdbc, "rebuild");
        this.rows = new BatchRows(jdbc, "_next");
    }

    /** Empty ones; nothing where somebody else is at a rebuild. */
    public static Optional<NextTables> create(WriterSettings settings) {
        Optional<NextTables> next = own(settings);
        next.ifPresent(NextTables::create);
        return next;
    }

    /** What a rebuild that was broken off left behind. */
    static void dropLeftovers(WriterSettings settings) {
        own(settings).ifPresent(NextTables::close);
    }

    private static Optional<NextTables> own(WriterSettings settings) {
        var connection = new SingleConnectionDataSource(
                settings.url(), settings.migrateUser(), settings.migratePassword(), true);
        var properties = new Properties();
        properties.put("connectTimeout", "1000");
        properties.put("socketTimeout", "60000");
        properties.put("sessionVariables", SESSION);
        connection.setConnectionProperties(properties);
        try {
            var jdbc = new JdbcTemplate(connection);
            if (Long.valueOf(1).equals(jdbc.queryForObject(OWN, Long.class))) {
                return Optional.of(new NextTables(connection, jdbc));
            }
        } catch (RuntimeException e) {
            connection.destroy();
            throw e;
        }
        connection.destroy();
        return Optional.empty();
    }

    private void create() {
        jdbc.execute(DROP);
        TABLES.forEach(table -> jdbc.execute(CREATE.formatted(table)));
    }

    /** How far the live tables are written. */
    public Map<TopicPartition, Long> written(Collection<TopicPartition> partitions) {
        return offsets.of(partitions);
    }

    /** Without a transaction: nobody sees them before the swap. */
    public RecordWriter writer(BatchReader reader) {
        return new RecordWriter(reader, rows::write);
    }

    /** Facts received before {@code since} that are no longer on the topic. */
    public void keepEventsBefore(Instant since) {
        String last = "";
        String next;
        while ((next = jdbc.queryForObject(LAST_OF_PART, String.class, last)) != null) {
            jdbc.update(KEEP_EVENTS, last, next, Sql.utc(since));
            last = next;
        }
    }

    /** All that was ever refused: a topic may have lost it, and its first refusal is what counts. */
    public void keepRefusals() {
        jdbc.update(KEEP_REFUSALS);
    }

    /**
     * Puts the filled tables in the place of the live ones, in one step for all who read, after {@code rest} has written
     * what the live ones have meanwhile. Until it is over nobody else writes, so the stored offsets fit both.
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
            throw new IllegalStateException("the table %s was altered meanwhile; ask again".formatted(table));
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
            // The next one who owns them drops them.
        } finally {
            connection.destroy();
        }
    }
}
