package com.qualitypost.phoenix.ingest.stream;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the schemas of a partition's memory beside it: during a deployment or a rollback, a partition can move to a
 * version older than the one that wrote last.
 */
final class Schemas {
    static final String STORE = "schemas";

    private final KeyValueStore<String, String> schemas;
    private boolean oursAreThere;

    /** Learns the schemas that other versions have left. */
    Schemas(KeyValueStore<String, String> schemas) {
        this.schemas = schemas;
        try (KeyValueIterator<String, String> left = schemas.all()) {
            left.forEachRemaining(schema -> HistorySerde.learn(new Schema.Parser().parse(schema.value)));
        }
    }

    /**
     * Has to be called before anything is stored, but not earlier: what is written outside of processing a record is
     * not committed.
     */
    void leaveOurs() {
        if (!oursAreThere) {
            HistorySerde.current()
                    .forEach(schema -> schemas.putIfAbsent(
                            Long.toHexString(SchemaNormalization.parsingFingerprint64(schema)), schema.toString()));
            oursAreThere = true;
        }
    }
}
