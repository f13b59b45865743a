package com.qualitypost.phoenix.tables;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.output.ValidateOutput;

/** Brings an application's tables up to date, whatever an earlier try has left behind. */
public final class Migrations {
    private Migrations() {}

    /**
     * Runs what has not run yet, from the class path. MySQL's DDL knows no transactions: a migration that was cut off has
     * made some of its tables, and is run from its beginning. So every statement of it can be run again.
     *
     * @throws OtherVersionException if what has run is not what we would have run
     * @throws org.flywaydb.core.api.FlywayException if the database is away, or has refused a statement: to be tried again
     */
    public static void run(DataSource database) {
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                // A newer version may have been here, in the middle of a deployment or before it was taken back.
                .ignoreMigrationPatterns("*:pending", "*:future")
                .load();
        List<ValidateOutput> differences = flyway.validateWithResult().invalidMigrations;
        for (ValidateOutput difference : differences) {
            if (difference.errorDetails.errorCode != CoreErrorCode.FAILED_VERSIONED_MIGRATION) {
                throw new OtherVersionException(firstLine(difference.errorDetails.errorMessage));
            }
        }
        if (!differences.isEmpty()) {
            // Takes out the notes on what failed. It would accept an edited migration too, of which there is none.
            flyway.repair();
        }
        flyway.migrate();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
