package com.qualitypost.phoenix.ingest.table.row;

import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What one transaction writes: some records, and the offset of each partition before and after them. */
public final class RecordBatch {
    /** A partition's step: the offset that has to be stored already, and the one to store. */
    public record Step(long expected, long next) {}

    private static final int LONGEST_DEVICE_ID = 64;

    private final Map<TopicPartition, Step> steps;
    private final List<ShipmentEvent> events = new ArrayList<>();
    private final Map<String, ShipmentState> states = new TreeMap<>();
    private final List<QuarantinedScan> quarantined = new ArrayList<>();
    private final List<Scan> duplicates = new ArrayList<>();
    private final SortedMap<String, SortedSet<Long>> seen = new TreeMap<>();

    public RecordBatch(Map<TopicPartition, Step> steps) {
        this.steps = steps;
    }

    /** Keeps the order within each partition; {@code written} says how far each partition is written. */
    public static RecordBatch of(List<Content> contents, Map<TopicPartition, Long> written) {
        Map<TopicPartition, Step> steps = new HashMap<>();
        for (Content content : contents) {
            long expected = written.getOrDefault(content.partition(), 0L);
            steps.put(content.partition(), new Step(expected, content.record().offset() + 1));
        }
        RecordBatch batch = new RecordBatch(steps);
        contents.forEach(content -> batch.add(content.value()));
        return batch;
    }

    private void add(SpecificRecord value) {
        switch (value) {
            case ShipmentEvent event -> add(event);
            case ShipmentState state -> add(state);
            case QuarantinedScan entry -> add(entry);
            case Scan duplicate -> add(duplicate);
            default ->
                throw new IllegalArgumentException(
                        "No table is for a " + value.getSchema().getFullName());
        }
    }

    public void add(ShipmentEvent event) {
        events.add(event);
        see(event.getFact().getDeviceId(), event.getFact().getDeviceSeq());
    }

    /** Only the last state of each parcel in a batch is written. */
    public void add(ShipmentState state) {
        states.put(state.getTrackingNumber(), state);
    }

    public void add(QuarantinedScan record) {
        quarantined.add(record);
        see(record.getDeviceId(), record.getDeviceSeq());
    }

    public void add(Scan duplicate) {
        duplicates.add(duplicate);
        see(duplicate.getDeviceId(), duplicate.getDeviceSeq());
    }

    public Map<TopicPartition, Step> steps() {
        return steps;
    }

    List<ShipmentEvent> events() {
        return events;
    }

    /** In the order of the primary key. */
    Collection<ShipmentState> states() {
        return states.values();
    }

    List<QuarantinedScan> quarantined() {
        return quarantined;
    }

    public List<Scan> duplicates() {
        return duplicates;
    }

    /** The numbers seen of each device, whatever became of their scans. */
    public SortedMap<String, SortedSet<Long>> seen() {
        return seen;
    }

    /**
     * A scan without a device number says nothing about gaps; a refused one may hold numbers that no device would send.
     */
    private void see(@Nullable String device, @Nullable Long number) {
        if (device != null && device.length() <= LONGEST_DEVICE_ID && number != null && number >= 0) {
            seen.computeIfAbsent(device, _ -> new TreeSet<>()).add(number);
        }
    }
}
