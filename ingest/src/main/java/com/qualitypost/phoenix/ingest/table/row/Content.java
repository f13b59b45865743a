package com.qualitypost.phoenix.ingest.table.row;

import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A record and what was read from it; if it could not be read, its entry in the quarantine. */
public record Content(ConsumerRecord<byte[], byte[]> record, SpecificRecord value) {
    public TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }

    public int bytes() {
        return Math.max(0, record.serializedValueSize());
    }

    /** The device whose numbers it may report. */
    @Nullable
    public String deviceId() {
        return switch (value) {
            case ShipmentEvent event -> event.getFact().getDeviceId();
            case QuarantinedScan entry -> entry.getDeviceId();
            case Scan duplicate -> duplicate.getDeviceId();
            default -> null;
        };
    }
}
