/** How records look on Kafka: topic names, Avro with the schema registry. */
@NullMarked
package com.qualitypost.phoenix.ingest.wire;

import org.jspecify.annotations.NullMarked;
