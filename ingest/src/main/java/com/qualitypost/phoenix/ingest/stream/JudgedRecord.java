package com.qualitypost.phoenix.ingest.stream;

import com.qualitypost.phoenix.ingest.wire.Excerpt;
import com.qualitypost.phoenix.ingest.wire.ReplayHeaders;
import com.qualitypost.phoenix.ingest.wire.SourceRecord;
import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentState;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** What the judge sends out: each kind has a topic of its own. */
sealed interface JudgedRecord {
    SpecificRecord record();

    /** What a fact did to its parcel. */
    record Event(ShipmentEvent record) implements JudgedRecord {}

    /** A parcel as its facts say. */
    record State(ShipmentState record) implements JudgedRecord {}

    /** A scan that tells nothing new. */
    record Repetition(Scan record) implements JudgedRecord {}

    /** A scan that it cannot judge, or that the rules refuse. */
    record Quarantined(QuarantinedScan record) implements JudgedRecord {
        /** Complete with key, value and headers. */
        static Quarantined of(
                Record<byte[], byte[]> record, RecordMetadata at, @Nullable Scan scan, Judgement.Refused refused) {
            // A replay that is refused again is not a second entry: however often it is tried, there is one to look at.
            SourceRecord source = ReplayHeaders.of(record.headers())
                    .orElseGet(() -> new SourceRecord(at.topic(), at.partition(), at.offset()));
            return new Quarantined(QuarantinedScan.newBuilder()
                    .setReason(refused.reason())
                    .setDetail(refused.advice())
                    .setRefusedBy("judge")
                    .setRefusedAt(Instant.now())
                    .setSourceTopic(source.topic())
                    .setSourcePartition(source.partition())
                    .setSourceOffset(source.offset())
                    .setScanId(scan == null ? null : scan.getScanId())
                    .setTrackingNumber(scan == null ? null : scan.getTrackingNumber())
                    .setDeviceId(scan == null ? null : scan.getDeviceId())
                    .setDeviceSeq(scan == null ? null : scan.getDeviceSeq())
                    .setKey(Excerpt.of(record.key()))
                    .setValue(Excerpt.of(record.value()))
                    .setHeaders(Excerpt.headers(record.headers()))
                    .build());
        }
    }
}
