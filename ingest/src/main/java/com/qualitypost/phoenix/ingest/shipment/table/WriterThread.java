package com.qualitypost.phoenix.ingest.shipment.table;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the table writer beside the application, after its tables are up to date, and a new one when it fails. */
class WriterThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WriterThread.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Migration migration;
    private final Supplier<TableWriter> writers;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable TableWriter writer;
    private volatile String waitsFor = "waits for the database";
    private @Nullable Thread thread;

    WriterThread(Migration migration, Supplier<TableWriter> writers) {
        this.migration = migration;
        this.writers = writers;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("table-writer").start(this::run);
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        try {
            long began = System.nanoTime();
            while (!ended()) {
                if (System.nanoTime() - began > LONGEST_PAUSE.toNanos()) {
                    pause = FIRST_PAUSE; // it worked for a while
                }
                if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
                began = System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns true when it was asked to end, false when it failed. */
    private boolean ended() throws InterruptedException {
        try {
            if (migration.run()) {
                TableWriter next = writers.get();
                writer = next;
                if (stopping.getCount() == 0) {
                    next.stop();
                }
                next.run();
            }
            return true;
        } catch (RuntimeException e) {
            // What it is made of may be broken: nothing of it is used again.
            writer = null;
            waitsFor = "failed and is made anew: " + getMostSpecificCause(e);
            log.error("The table writer failed and is made anew; scans wait on Kafka meanwhile.", e);
            return false;
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        migration.stop();
        TableWriter current = writer;
        if (current != null) {
            current.stop();
        }
        Thread running = thread;
        try {
            if (running != null) {
                running.join(STOP_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    /** Why nothing is written; null while all is well. */
    @Nullable
    String trouble() {
        TableWriter current = writer;
        if (current != null) {
            return current.trouble();
        }
        String tables = migration.trouble();
        return tables == null ? waitsFor : tables;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
