package com.qualitypost.phoenix.tables;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.output.ValidateOutput;

/** Migrates an application's tables, whatever an earlier attempt has left behind. */
public final class Migrations {
    private Migrations() {}

    /**
     * Runs the migrations on the class path that have not run yet. MySQL's DDL has no transactions: an interrupted
     * migration has created some of its tables, and is run from its beginning. So each of its statements can be
     * repeated.
     *
     * @throws OtherVersionException if what has run is not what we would have run
     * @throws org.flywaydb.core.api.FlywayException if the database is away, or has refused a statement: to be tried
     *     again
     */
    public static void run(DataSource database) {
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                // A newer version may have been here, during a deployment or before a rollback.
                .ignoreMigrationPatterns("*:pending", "*:future")
                .load();
        List<ValidateOutput> differences = flyway.validateWithResult().invalidMigrations;
        for (ValidateOutput difference : differences) {
            if (difference.errorDetails.errorCode != CoreErrorCode.FAILED_VERSIONED_MIGRATION) {
                throw new OtherVersionException(firstLine(difference.errorDetails.errorMessage));
            }
        }
        if (!differences.isEmpty()) {
            // Removes the records of failed migrations. It would also accept an edited migration, but there is none.
            flyway.repair();
        }
        flyway.migrate();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
