package com.qualitypost.phoenix.projections.database;

import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables that have to be there: ours, which are made here, and the shipments, which ingest makes. */
@Component
public class Tables {

    private static final String SHIPMENT_TABLE_EXISTS = """
            SELECT COUNT(*) FROM information_schema.tables
             WHERE table_schema = 'phoenix' AND table_name = 'shipment'
            """;

    private final DatabaseSettings settings;
    private final JdbcClient db;

    Tables(DatabaseSettings settings, JdbcClient db) {
        this.settings = settings;
        this.db = db;
    }

    /** Makes or alters our tables; may be repeated. */
    public void migrate() {
        Flyway.configure()
                .dataSource(
                        settings.migrationUrl(),
                        settings.migrate().name(),
                        settings.migrate().password())
                .load()
                .migrate();
    }

    public boolean hasShipments() {
        return db.sql(SHIPMENT_TABLE_EXISTS).query(Integer.class).single() > 0;
    }
}
