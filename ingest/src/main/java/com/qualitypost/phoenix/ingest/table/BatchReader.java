package com.qualitypost.phoenix.ingest.table;

import com.qualitypost.phoenix.ingest.table.row.Content;
import com.qualitypost.phoenix.ingest.wire.AvroReader;
import com.qualitypost.phoenix.ingest.wire.AvroReader.UnreadableException;
import com.qualitypost.phoenix.ingest.wire.Excerpt;
import com.qualitypost.phoenix.ingest.wire.KafkaTopics;
import com.qualitypost.phoenix.kafka.RegistrySettings;
import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the records of a poll. What cannot be read becomes a quarantine entry and stops nobody. */
public class BatchReader implements AutoCloseable {
    private final KafkaTopics topics;
    private final AvroReader<ShipmentEvent> events;
    private final AvroReader<ShipmentState> states;
    private final AvroReader<QuarantinedScan> quarantined;
    private final AvroReader<Scan> duplicates;

    public BatchReader(KafkaTopics topics, RegistrySettings registry) {
        this.topics = topics;
        this.events = new AvroReader<>(ShipmentEvent.class, registry);
        this.states = new AvroReader<>(ShipmentState.class, registry);
        this.quarantined = new AvroReader<>(QuarantinedScan.class, registry);
        this.duplicates = new AvroReader<>(Scan.class, registry);
    }

    List<Content> read(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<Content> contents = new ArrayList<>();
        records.forEach(record -> contents.add(new Content(record, value(record))));
        return contents;
    }

    /** Quarantines this record instead of writing it, because no table can hold it. */
    Content refused(Content content, String why) {
        return new Content(
                content.record(),
                entry(
                        content.record(),
                        "unwritable",
                        "No table can hold this record. Correct it and send it again: " + why));
    }

    private SpecificRecord value(ConsumerRecord<byte[], byte[]> record) {
        String topic = record.topic();
        try {
            if (topic.equals(topics.events())) {
                return events.read(topic, record.value());
            } else if (topic.equals(topics.states())) {
                return states.read(topic, record.value());
            } else if (topic.equals(topics.duplicates())) {
                return duplicates.read(topic, record.value());
            }
            return identified(quarantined.read(topic, record.value()), record);
        } catch (UnreadableException e) {
            return entry(
                    record,
                    "unreadable",
                    "These bytes are %s. Have the program that wrote them corrected.".formatted(e.getMessage()));
        }
    }

    /** A scan that the gateway rejected was on no topic before, so its entry is named after this record. */
    private static QuarantinedScan identified(QuarantinedScan entry, ConsumerRecord<byte[], byte[]> record) {
        return entry.getSourceOffset() >= 0
                ? entry
                : QuarantinedScan.newBuilder(entry)
                        .setSourcePartition(record.partition())
                        .setSourceOffset(record.offset())
                        .build();
    }

    private static QuarantinedScan entry(ConsumerRecord<byte[], byte[]> record, String reason, String detail) {
        return QuarantinedScan.newBuilder()
                .setReason(reason)
                .setDetail(detail)
                .setRefusedBy("table writer")
                .setRefusedAt(Instant.now())
                .setSourceTopic(record.topic())
                .setSourcePartition(record.partition())
                .setSourceOffset(record.offset())
                .setKey(Excerpt.of(record.key()))
                .setValue(Excerpt.of(record.value()))
                .setHeaders(Excerpt.headers(record.headers()))
                .build();
    }

    @Override
    public void close() {
        events.close();
        states.close();
        quarantined.close();
        duplicates.close();
    }
}
