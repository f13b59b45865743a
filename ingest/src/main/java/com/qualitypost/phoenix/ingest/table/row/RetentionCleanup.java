package com.qualitypost.phoenix.ingest.table.row;

import com.qualitypost.phoenix.tables.Utc;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deletes expired rows, hourly; a large backlog is removed in chunks, one per batch. */
final class RetentionCleanup {
    static final Duration KEPT = Duration.ofDays(8);

    private static final int AT_ONCE = 10_000;

    private final JdbcTemplate jdbc;
    private final String delete;
    private @Nullable Instant done;

    /** {@code column} is the first of the table's primary key. */
    RetentionCleanup(JdbcTemplate jdbc, String table, String column) {
        this.jdbc = jdbc;
        this.delete = "DELETE FROM %s WHERE %s < ? LIMIT %d".formatted(table, column, AT_ONCE);
    }

    void step(Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        if (!hour.equals(done) && jdbc.update(delete, Utc.column(hour.minus(KEPT))) < AT_ONCE) {
            // If this transaction fails, the next hour deletes them.
            done = hour;
        }
    }
}
