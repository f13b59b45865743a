package com.qualitypost.phoenix.ingest.table.rebuild;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import com.qualitypost.phoenix.ingest.database.DatabaseSettings;
import com.qualitypost.phoenix.ingest.table.BatchReader;
import com.qualitypost.phoenix.ingest.table.ShadowTables;
import com.qualitypost.phoenix.ingest.table.rebuild.Progress.Report;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rebuilds the tables from the topics while the old ones are read and written; at most one rebuild runs at a time. */
class Rebuild {
    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

    private final DatabaseSettings database;
    private final KafkaTopics topics;
    private final RegistrySettings registry;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private @Nullable Progress progress;

    Rebuild(
            DatabaseSettings database,
            KafkaTopics topics,
            RegistrySettings registry,
            Supplier<Consumer<byte[], byte[]>> consumers) {
        this.database = database;
        this.topics = topics;
        this.registry = registry;
        this.consumers = consumers;
    }

    /** Returns whether it was started; it is not if one is already running. */
    synchronized boolean start() {
        if (progress != null && progress.isRunning()) {
            return false;
        }
        var started = new Progress();
        progress = started;
        Thread.ofVirtual().name("rebuild").start(() -> run(started));
        return true;
    }

    synchronized Report report() {
        return progress == null ? Report.NONE : progress.report();
    }

    private void run(Progress of) {
        try {
            fill(of);
            of.done();
            log.info("The tables are rebuilt: {}", of.report());
        } catch (Throwable e) {
            // Whatever happened, the live tables are unchanged; the operator reads the reason and starts again.
            of.failed(String.valueOf(getMostSpecificCause(e).getMessage()));
            log.warn(
                    "The tables were not rebuilt and are unchanged. Remove the cause and start again: {}",
                    of.report().reason());
        }
    }

    private void fill(Progress of) {
        Optional<ShadowTables> created = ShadowTables.create(database);
        if (created.isEmpty()) {
            throw new IllegalStateException("another process is rebuilding; wait until it is done");
        }
        try (ShadowTables next = created.get();
                Consumer<byte[], byte[]> consumer = consumers.get();
                BatchReader reader = new BatchReader(topics, registry)) {
            RebuildRun.run(next, consumer, reader, topics, of);
        }
    }
}
