package com.qualitypost.phoenix.ingest.shipment.stream;

import com.qualitypost.phoenix.ingest.shipment.Rules;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The parcels of one partition. Those of the last scans are kept as the rules see them: else a parcel with a thousand
 * facts, scanned again and again, would be decoded each time, and its neighbours would wait.
 */
final class Parcels {

    private static final int KEPT = 16;

    private final KeyValueStore<String, ShipmentHistory> histories;
    private final Rules rules;
    private final int generation;
    private final Map<String, Parcel> recent = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Parcel> eldest) {
            return size() > KEPT;
        }
    };

    Parcels(KeyValueStore<String, ShipmentHistory> histories, Rules rules, int generation) {
        this.histories = histories;
        this.rules = rules;
        this.generation = generation;
    }

    /** Empty for an unheard-of one. */
    Optional<Parcel> find(String trackingNumber) {
        return Optional.ofNullable(recent.computeIfAbsent(trackingNumber, number -> {
            ShipmentHistory history = histories.get(number);
            return history == null ? null : Parcel.of(history, rules);
        }));
    }

    Parcel unheardOf() {
        return Parcel.of(new ShipmentHistory(generation, 0L, rules.version(), List.of(), null), rules);
    }

    void put(String trackingNumber, Parcel parcel) {
        histories.put(trackingNumber, parcel.history());
        recent.put(trackingNumber, parcel);
    }
}
