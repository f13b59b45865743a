package com.qualitypost.phoenix.ingest.stream;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The schemas of what lies in a partition's memory, kept beside it: in the middle of a deployment, or on the way back, a
 * partition comes to a version that is older than the one which wrote last.
 */
final class Schemas {

    static final String STORE = "schemas";

    private final KeyValueStore<String, String> schemas;
    private boolean oursAreThere;

    /** Learns those that others have left. */
    Schemas(KeyValueStore<String, String> schemas) {
        this.schemas = schemas;
        try (KeyValueIterator<String, String> left = schemas.all()) {
            left.forEachRemaining(schema -> HistorySerde.learn(new Schema.Parser().parse(schema.value)));
        }
    }

    /** To be called before anything is remembered, and not earlier: what is written without a record is not committed. */
    void leaveOurs() {
        if (!oursAreThere) {
            HistorySerde.current()
                    .forEach(schema -> schemas.putIfAbsent(
                            Long.toHexString(SchemaNormalization.parsingFingerprint64(schema)), schema.toString()));
            oursAreThere = true;
        }
    }
}
