package com.qualitypost.phoenix.ingest.table;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import com.qualitypost.phoenix.ingest.database.DatabaseSettings;
import com.qualitypost.phoenix.tables.Migrations;
import com.qualitypost.phoenix.tables.OtherVersionException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Migrates the tables as soon as the database is available, and cleans up after an interrupted rebuild. */
class Migration {
    private static final Logger log = LoggerFactory.getLogger(Migration.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final DatabaseSettings settings;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable String trouble;

    Migration(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** Returns whether the tables are up to date; false only if it was asked to stop first. */
    boolean run() throws InterruptedException {
        while (stopping.getCount() > 0) {
            try {
                Migrations.PHOENIX.run(new DriverManagerDataSource(
                        settings.url(), settings.migrateUser(), settings.migratePassword()));
                ShadowTables.dropLeftovers(settings);
                trouble = null;
                return true;
            } catch (FlywayException | DataAccessException | OtherVersionException e) {
                trouble(firstLine(e));
                stopping.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        return false;
    }

    void stop() {
        stopping.countDown();
    }

    /** Why the tables are not up to date; null before the first attempt and once they are. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private void trouble(String reason) {
        if (!reason.equals(trouble)) {
            log.warn("The tables are not up to date, scans wait on Kafka until they are: {}", reason);
        }
        trouble = reason;
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(getMostSpecificCause(e).getMessage())
                .lines()
                .findFirst()
                .orElse("");
    }
}
