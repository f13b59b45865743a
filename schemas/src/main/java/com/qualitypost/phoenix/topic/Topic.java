package com.qualitypost.phoenix.topic;

import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentState;
import com.qualitypost.phoenix.schemas.TrackingChange;
import java.time.Duration;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of topics. Every topic is keyed by tracking number, holds no personal data, and is created from here,
 * never by accident. Values are Avro in Confluent's wire format; batches are compressed with lz4 where
 * {@link #compression()} says so, and public topics with gzip, which every Kafka client reads without a codec of its
 * own.
 */
public enum Topic {
    /** What was reported, unchanged: the source of every rebuild, kept for ever. */
    SCANS("scans", "ingest gateway", Retention.forEver(), "lz4", Scan.getClassSchema()),

    /** Judged facts: the main public topic. */
    SHIPMENT_EVENTS("shipment-events", "ingest streams", Retention.days(400), "gzip", ShipmentEvent.getClassSchema()),

    /** The latest state per shipment. */
    SHIPMENT_STATES("shipment-states", "ingest streams", Retention.latest(), "gzip", ShipmentState.getClassSchema()),

    /** What could not be read or judged, with its bytes and its original key. */
    SCAN_QUARANTINE(
            "scan-quarantine",
            "ingest gateway and streams",
            Retention.days(400),
            "gzip",
            QuarantinedScan.getClassSchema()),

    /**
     * Scans that brought nothing new, as they came: a device got no answer and sent again, or two devices report the
     * same.
     */
    DUPLICATE_SCANS("duplicate-scans", "ingest streams", Retention.days(8), "gzip", Scan.getClassSchema()),

    /** Which public answers have changed. */
    TRACKING_CHANGES("tracking-changes", "projections", Retention.days(7), "gzip", TrackingChange.getClassSchema()),

    /** Debezium's record of table definitions: one partition, kept for ever, read by nobody else. */
    CDC_SCHEMA_HISTORY("cdc-schema-history", "projections", Retention.forEver(), "producer", null);

    /** The largest record that a topic accepts: several times the largest that is ever written. */
    public static final int MOST_BYTES = 4 << 20;

    /** How long records are kept. */
    private record Retention(boolean onlyTheLatest, Optional<Duration> time) {
        static Retention forEver() {
            return new Retention(false, Optional.empty());
        }

        static Retention days(int days) {
            return new Retention(false, Optional.of(Duration.ofDays(days)));
        }

        static Retention latest() {
            return new Retention(true, Optional.empty());
        }
    }

    private final String topicName;
    private final String owner;
    private final Retention retention;
    private final String compression;
    private final @Nullable Schema schema;

    Topic(String topicName, String owner, Retention retention, String compression, @Nullable Schema schema) {
        this.topicName = topicName;
        this.owner = owner;
        this.retention = retention;
        this.compression = compression;
        this.schema = schema;
    }

    /** The name without the deployment's prefix. */
    public String topicName() {
        return topicName;
    }

    /** The name in a deployment whose topics all begin with this prefix. */
    public String topicName(String prefix) {
        return prefix + topicName;
    }

    /** The application that writes it. */
    public String owner() {
        return owner;
    }

    /** The codec that its writer uses; {@code producer} if it does not matter. */
    public String compression() {
        return compression;
    }

    /** The schema of its values; empty if they are not Avro. */
    public Optional<Schema> schema() {
        return Optional.ofNullable(schema);
    }

    /** The number of partitions, if the deployment asks for this many on the parcels' topics. */
    public int partitions(int parcelPartitions) {
        return this == CDC_SCHEMA_HISTORY ? 1 : parcelPartitions;
    }

    /** Whether a newer record of a parcel replaces the older ones. */
    public boolean keepsOnlyTheLatest() {
        return retention.onlyTheLatest();
    }

    /** How long records are kept; empty for ever. */
    public Optional<Duration> keptFor() {
        return retention.time();
    }
}
