package com.qualitypost.phoenix.local.client;

import java.net.URI;

/**
 * Where a running Phoenix is reached.
 *
 * @param writerJdbcUrl the schema {@code phoenix} on the writer node
 * @param migratePassword of the user {@code migrate}, who owns the tables
 */
public record Addresses(
        URI ingest,
        URI query,
        URI projections,
        Management management,
        String bootstrapServers,
        String writerJdbcUrl,
        String migratePassword) {

    /** Without the password. */
    @Override
    public String toString() {
        return "Addresses[%s, %s, %s, %s, %s]".formatted(ingest, query, projections, bootstrapServers, writerJdbcUrl);
    }
}
