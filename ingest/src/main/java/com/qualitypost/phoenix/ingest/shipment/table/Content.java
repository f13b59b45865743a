package com.qualitypost.phoenix.ingest.shipment.table;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A record and what was read from it; where that was nothing, its entry in the quarantine. */
record Content(ConsumerRecord<byte[], byte[]> record, SpecificRecord value) {

    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }
}
