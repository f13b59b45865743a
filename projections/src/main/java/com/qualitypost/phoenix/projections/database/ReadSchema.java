package com.qualitypost.phoenix.projections.database;

import com.qualitypost.phoenix.tables.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** The tables that have to be there: ours, which are made here, and the shipments, which ingest makes. */
@Component
public class ReadSchema {

    /** By its newest column that we read. */
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
     * Makes or alters our tables; false as long as the shipments are not there. Ours do not come first: one of them lies
     * in ingest's schema, and ingest's migration expects that to be empty.
     */
    public boolean areReady() {
        if (!ready) {
            var connections = new DriverManagerDataSource(
                    settings.migrationUrl(),
                    settings.migrate().name(),
                    settings.migrate().password());
            if (JdbcClient.create(connections)
                            .sql(SHIPMENT_TABLE_EXISTS)
                            .query(Integer.class)
                            .single()
                    > 0) {
                Migrations.run(connections);
                ready = true;
            }
        }
        return ready;
    }
}
