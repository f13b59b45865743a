package com.qualitypost.phoenix.ingest.stream;

import com.qualitypost.phoenix.kafka.RegistrySettings;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;

/** Writes the Avro record. */
final class JudgedRecordSerializer implements Serializer<JudgedRecord> {
    private final Serializer<SpecificRecord> records;

    JudgedRecordSerializer(RegistrySettings registry) {
        this.records = registry.serializer();
    }

    @Override
    public byte[] serialize(String topic, JudgedRecord judged) {
        return records.serialize(topic, judged.record());
    }

    @Override
    public byte[] serialize(String topic, Headers headers, JudgedRecord judged) {
        return records.serialize(topic, headers, judged.record());
    }

    @Override
    public void close() {
        records.close();
    }
}
