package com.qualitypost.phoenix.query.operations.desk;

import com.qualitypost.phoenix.query.operations.OperatorDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what is older than the settings allow: operators' names are kept no longer than needed. */
@Component
class DeskCleanup {
    // A few at a time, because operators write meanwhile.
    private static final int AT_ONCE = 100;

    static final String NOTES = """
            DELETE FROM phoenix.operator_note
             WHERE written_at < UTC_TIMESTAMP(3) - INTERVAL :seconds SECOND ORDER BY written_at LIMIT :limit""";

    static final String LOOKS = """
            DELETE FROM phoenix.operator_look
             WHERE looked_at < UTC_TIMESTAMP(3) - INTERVAL :seconds SECOND ORDER BY looked_at LIMIT :limit""";

    private final OperatorDatabase database;
    private final DeskSettings settings;

    DeskCleanup(OperatorDatabase database, DeskSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        remove(NOTES, settings.notesKeptFor());
        remove(LOOKS, settings.looksKeptFor());
    }

    private void remove(String statement, Duration keptFor) {
        int removed;
        do {
            removed = database.write(node -> node.sql(statement)
                            .param("seconds", keptFor.toSeconds())
                            .param("limit", AT_ONCE)
                            .update())
                    .orElse(0);
        } while (removed == AT_ONCE);
    }
}
