package com.qualitypost.phoenix.ingest.table;

import com.qualitypost.phoenix.background.Background;
import com.qualitypost.phoenix.web.health.BackgroundWork;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the table writer in the background once its tables are up to date, and a new one whenever it fails. */
class WriterThread implements BackgroundWork {
    private final Migration migration;
    private final Supplier<TableWriter> writers;
    private final Background background = Background.platform("table-writer", this::run);
    private volatile @Nullable TableWriter writer;
    private volatile boolean stopping;

    WriterThread(Migration migration, Supplier<TableWriter> writers) {
        this.migration = migration;
        this.writers = writers;
    }

    private void run() throws InterruptedException {
        if (migration.run()) {
            TableWriter next = writers.get();
            writer = next;
            if (stopping) {
                next.stop();
            }
            try {
                next.run();
            } finally {
                // Its parts may be broken: none of them is used again.
                writer = null;
            }
        }
    }

    @Override
    public void stop() {
        stopping = true;
        migration.stop();
        TableWriter current = writer;
        if (current != null) {
            current.stop();
        }
        background.join();
    }

    /** Why nothing is written; null if all is well. */
    @Override
    public @Nullable String trouble() {
        TableWriter current = writer;
        if (current != null) {
            return current.trouble();
        }
        String tables = migration.trouble();
        String failure = background.trouble();
        return tables != null ? tables : failure != null ? failure : "waits for the database";
    }

    @Override
    public Background background() {
        return background;
    }
}
