package com.qualitypost.phoenix.projections.cdc;

import com.qualitypost.phoenix.kafka.KafkaSettings;
import com.qualitypost.phoenix.projections.database.DatabaseSettings;
import com.qualitypost.phoenix.projections.projector.Position;
import com.qualitypost.phoenix.topic.Topic;
import io.debezium.connector.mysql.MySqlConnector;
import io.debezium.storage.kafka.history.KafkaSchemaHistory;
import java.util.Locale;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Builds Debezium's settings. */
@Component
class EngineProperties {
    private final DatabaseSettings database;
    private final KafkaSettings kafka;
    private final CdcSettings cdc;

    EngineProperties(DatabaseSettings database, KafkaSettings kafka, CdcSettings cdc) {
        this.database = database;
        this.kafka = kafka;
        this.cdc = cdc;
    }

    /** For an engine that continues from this position; without a position, from where the server is now. */
    Properties readingFrom(Position start) {
        var all = new Properties();
        engine(all, start);
        source(all);
        reading(all);
        schemaHistory(all);
        return all;
    }

    private void engine(Properties all, Position start) {
        all.setProperty("name", cdc.connectorName());
        all.setProperty("connector.class", MySqlConnector.class.getName());
        all.setProperty("offset.storage", StoredPosition.class.getName());
        String position = start.position();
        if (position != null) {
            all.setProperty(StoredPosition.POSITION, position);
        }
        // Without it an engine waits for the JMX names of the previous one, which may have been abandoned.
        all.setProperty("custom.metric.tags", "epoch=" + start.epoch());
        // A failed engine is replaced by the supervisor, which then knows the right position.
        all.setProperty("errors.max.retries", "0");
        all.setProperty("poll.interval.ms", "10");
        all.setProperty("max.batch.size", Integer.toString(cdc.maxBatch()));
        all.setProperty("max.queue.size", Integer.toString(cdc.maxQueue()));
        all.setProperty(
                "max.queue.size.in.bytes", Long.toString(cdc.maxQueueSize().toBytes()));
        all.setProperty("tombstones.on.delete", "false");
        all.setProperty("include.schema.changes", "false");
        all.setProperty("statistics.metrics.enabled", "false");
    }

    private void source(Properties all) {
        all.setProperty("topic.prefix", cdc.connectorName());
        all.setProperty("database.hostname", database.host());
        all.setProperty("database.port", Integer.toString(database.port()));
        all.setProperty("database.user", database.cdcUser());
        all.setProperty("database.password", database.cdcPassword());
        all.setProperty("database.ssl.mode", database.sslMode().toLowerCase(Locale.ROOT));
        all.setProperty("driver.allowPublicKeyRetrieval", "true");
        // Without it an engine whose link fell silent could not be closed for 20 s.
        all.setProperty("driver.socketTimeout", "5000");
        all.setProperty("database.server.id", Long.toString(cdc.serverId()));
        all.setProperty("connect.timeout.ms", "5000");
        // By default it takes up to two minutes to notice that a killed server is back.
        all.setProperty("connect.keep.alive.interval.ms", "2000");
        all.setProperty("database.include.list", "phoenix");
        all.setProperty("table.include.list", "phoenix\\.shipment,phoenix\\.cdc_heartbeat");
    }

    private static void reading(Properties all) {
        // Without a position Debezium records the tables' definitions and where the server is now. The rows are read by
        // a rebuild that begins after the first batch: what is committed meanwhile comes through the binlog.
        all.setProperty("snapshot.mode", "no_data");
        // The position and the definitions have to be taken under one lock. Where there is no global read lock (Aurora)
        // Debezium locks the two tables instead.
        all.setProperty("snapshot.locking.mode", "minimal");
        all.setProperty("event.converting.failure.handling.mode", "fail");
        all.setProperty("inconsistent.schema.handling.mode", "fail");
        // DATETIME(3) arrives as milliseconds since 1970, UTC.
        all.setProperty("time.precision.mode", "adaptive_time_microseconds");
    }

    private void schemaHistory(Properties all) {
        String prefix = "schema.history.internal.";
        all.setProperty("schema.history.internal", KafkaSchemaHistory.class.getName());
        all.setProperty(prefix + "kafka.bootstrap.servers", kafka.bootstrapServers());
        kafka.properties().forEach((name, value) -> {
            all.setProperty(prefix + "producer." + name, value);
            all.setProperty(prefix + "consumer." + name, value);
        });
        all.setProperty(prefix + "kafka.topic", kafka.name(Topic.CDC_SCHEMA_HISTORY));
        all.setProperty(prefix + "store.only.captured.tables.ddl", "true");
        // Statements about other tables must not stop us; a misread one about ours fails at the next row.
        all.setProperty(prefix + "skip.unparseable.ddl", "true");
    }
}
