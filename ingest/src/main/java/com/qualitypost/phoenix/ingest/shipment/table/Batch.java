package com.qualitypost.phoenix.ingest.shipment.table;

import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** What one transaction writes: the records of one poll, and where each partition stands before and after them. */
final class Batch {

    /** A partition's step: the offset that has to be stored already, and the one to store. */
    record Step(long expected, long next) {}

    private final Map<TopicPartition, Step> steps;
    private final List<ShipmentEvent> events = new ArrayList<>();
    private final Map<String, ShipmentState> states = new TreeMap<>();
    private final List<QuarantinedScan> quarantined = new ArrayList<>();

    Batch(Map<TopicPartition, Step> steps) {
        this.steps = steps;
    }

    void add(ShipmentEvent event) {
        events.add(event);
    }

    /** Of a parcel's states in a batch only the last is written. */
    void add(ShipmentState state) {
        states.put(state.getTrackingNumber(), state);
    }

    void add(QuarantinedScan record) {
        quarantined.add(record);
    }

    Map<TopicPartition, Step> steps() {
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
}
