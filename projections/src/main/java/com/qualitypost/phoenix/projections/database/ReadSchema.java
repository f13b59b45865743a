package com.qualitypost.phoenix.projections.database;

import com.qualitypost.phoenix.tables.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** Makes sure that the tables exist: ours, which it creates, and the shipments, which ingest creates. */
@Component
public class ReadSchema {
    /** Checks for the newest column that we read. */
    private static final String SHIPMENT_TABLE_EXISTS = """
            SELECT COUNT(*) FROM information_schema.columns
             WHERE table_schema = 'phoenix' AND table_name = 'shipment' AND column_name = 'first_event_at'
            """;

    private final DatabaseSettings settings;
    private boolean ready;

    ReadSchema(DatabaseSettings settings) {
        this.settings = settings;
    }

    /**
     * Creates or alters our tables; false until the shipments exist. Ours do not come first: one of them is in ingest's
     * schema, which ingest's migration expects to be empty.
     */
    public boolean areReady() {
        if (!ready) {
            var connections = new DriverManagerDataSource(
                    settings.migrationUrl(), settings.migrateUser(), settings.migratePassword());
            if (JdbcClient.create(connections)
                            .sql(SHIPMENT_TABLE_EXISTS)
                            .query(Integer.class)
                            .single()
                    > 0) {
                Migrations.PHOENIX_READ.run(connections);
                ready = true;
            }
        }
        return ready;
    }
}
