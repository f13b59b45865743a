package com.qualitypost.phoenix.ingest.shipment.table;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the table writer beside the application, after its tables are up to date. */
class WriterThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WriterThread.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final Migration migration;
    private final TableWriter writer;
    private @Nullable Thread thread;

    WriterThread(Migration migration, TableWriter writer) {
        this.migration = migration;
        this.writer = writer;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("table-writer").start(this::run);
    }

    private void run() {
        try {
            if (migration.run()) {
                writer.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Nobody would notice a writer that is gone while the gateway goes on: end, and be started again.
            log.error("The table writer ended, and the process with it; scans wait on Kafka.", e);
            Thread.ofPlatform().start(() -> System.exit(1));
        }
    }

    @Override
    public void stop() {
        migration.stop();
        writer.stop();
        Thread running = thread;
        try {
            if (running != null && Thread.currentThread() != running) {
                running.join(STOP_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
