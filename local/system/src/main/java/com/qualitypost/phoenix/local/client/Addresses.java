package com.qualitypost.phoenix.local.client;

import java.net.URI;

/**
 * How to reach a running Phoenix.
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
    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Addresses[%s, %s, %s, %s, %s]".formatted(ingest, query, projections, bootstrapServers, writerJdbcUrl);
    }

    /** The applications' management ports, and the token that they require. */
    public record Management(URI ingest, URI query, URI projections, String token) {
        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Management[%s, %s, %s]".formatted(ingest, query, projections);
        }
    }
}
