package com.qualitypost.phoenix.ingest.stream;

import com.qualitypost.phoenix.ingest.shipment.Rules;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The parcels of one partition. As many of the recently scanned ones as fit are kept decoded: otherwise a parcel with a
 * thousand facts that is scanned again and again would be decoded each time, and its neighbours would wait.
 */
final class ParcelStore {
    private static final int MOST_KEPT = 16;

    /** Measured as stored facts; as objects they take up to ten times as much. */
    private static final long MOST_BYTES_KEPT = 1 << 20;

    private final KeyValueStore<String, ShipmentHistory> histories;
    private final Rules rules;
    private final int generation;
    private final SequencedMap<String, ParcelMemory> recent = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);
    private long bytesKept;

    ParcelStore(KeyValueStore<String, ShipmentHistory> histories, Rules rules, int generation) {
        this.histories = histories;
        this.rules = rules;
        this.generation = generation;
    }

    /** Empty for a new parcel. */
    Optional<ParcelMemory> find(String trackingNumber) {
        ParcelMemory kept = recent.get(trackingNumber);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<ParcelMemory> read =
                Optional.ofNullable(histories.get(trackingNumber)).map(history -> ParcelMemory.of(history, rules));
        read.ifPresent(parcel -> keep(trackingNumber, parcel));
        return read;
    }

    ParcelMemory unheardOf() {
        return ParcelMemory.of(new ShipmentHistory(generation, 0L, rules.version(), List.of(), null), rules);
    }

    void put(String trackingNumber, ParcelMemory parcel) {
        histories.put(trackingNumber, parcel.history());
        keep(trackingNumber, parcel);
    }

    private void keep(String trackingNumber, ParcelMemory parcel) {
        ParcelMemory before = recent.put(trackingNumber, parcel);
        bytesKept += parcel.bytes() - (before == null ? 0 : before.bytes());
        while (recent.size() > MOST_KEPT || bytesKept > MOST_BYTES_KEPT && recent.size() > 1) {
            bytesKept -= recent.pollFirstEntry().getValue().bytes();
        }
    }
}
