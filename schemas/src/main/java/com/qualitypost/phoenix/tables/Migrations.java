package com.qualitypost.phoenix.tables;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.output.ValidateOutput;

/** The migrations of a schema. Only the owner of its tables runs them; its users, and tests, read what they make. */
public enum Migrations {
    /** Of the tables that ingest fills from the topics, and of those that its own addresses and the query API fill. */
    PHOENIX("db/phoenix"),

    /** Of the tables that projections fills for reading, and of the heartbeat that it writes beside the shipments. */
    PHOENIX_READ("db/phoenix_read");

    private final String folder;

    Migrations(String folder) {
        this.folder = folder;
    }

    /**
     * Runs those that have not run yet, whatever an earlier attempt has left behind. MySQL's DDL has no transactions: an interrupted
     * migration has created some of its tables, and is run from its beginning. So each of its statements can be
     * repeated.
     *
     * @throws OtherVersionException if what has run is not what we would have run
     * @throws org.flywaydb.core.api.FlywayException if the database is away, or has refused a statement: to be tried
     *     again
     */
    public void run(DataSource database) {
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:" + folder)
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
