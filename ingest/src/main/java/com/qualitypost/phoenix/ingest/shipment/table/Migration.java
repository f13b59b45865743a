package com.qualitypost.phoenix.ingest.shipment.table;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Brings the tables up to date, as soon as the database is there, and clears up after a rebuild that was broken off. */
class Migration {

    private static final Logger log = LoggerFactory.getLogger(Migration.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final WriterSettings settings;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Migration(WriterSettings settings) {
        this.settings = settings;
    }

    /** Returns whether the tables are up to date; it is not when it was asked to stop before. */
    boolean run() throws InterruptedException {
        boolean said = false;
        while (stopping.getCount() > 0) {
            try {
                Flyway.configure()
                        .dataSource(settings.url(), settings.migrateUser(), settings.migratePassword())
                        .load()
                        .migrate();
                NextTables.dropLeftovers(settings);
                return true;
            } catch (FlywaySqlException | DataAccessException e) {
                if (!said) {
                    said = true;
                    log.warn("Waiting for the database, scans wait on Kafka meanwhile: {}", firstLine(e));
                }
                stopping.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        return false;
    }

    void stop() {
        stopping.countDown();
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(getMostSpecificCause(e).getMessage())
                .lines()
                .findFirst()
                .orElse("");
    }
}
