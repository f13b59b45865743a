package com.qualitypost.phoenix.ingest.stream;

import com.qualitypost.phoenix.ingest.shipment.Shipment;
import com.qualitypost.phoenix.ingest.stream.record.AvroFacts;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.util.UUID;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The positions of one partition's parcels, each as a separate entry: a vehicle reports hundreds of them, their ids are
 * never forgotten, and none makes the memory of its parcel larger.
 */
final class PositionStore {
    static final String STORE = "positions";

    private final KeyValueStore<String, Scan> positions;

    PositionStore(KeyValueStore<String, Scan> positions) {
        this.positions = positions;
    }

    static boolean isOne(Scan scan) {
        return Kind.POSITION.name().equals(scan.getKind());
    }

    void put(Scan position) {
        positions.put(key(position.getTrackingNumber(), position.getScanId()), ParcelMemory.remembered(position));
    }

    /** The shipment, including the position with this scan's id if there is one. */
    Shipment tellOf(Scan scan, ParcelMemory parcel) {
        Scan known = positions.get(key(scan.getTrackingNumber(), scan.getScanId()));
        if (known == null) {
            known = rememberedBefore(scan, parcel.history());
        }
        return known == null ? parcel.shipment() : parcel.shipment().knowing(AvroFacts.fact(known));
    }

    /** Earlier versions kept only the last position, in the parcel's own memory. */
    private static @Nullable Scan rememberedBefore(Scan scan, ShipmentHistory history) {
        Scan last = history.getLastPosition();
        return last != null && last.getScanId().equals(scan.getScanId()) ? last : null;
    }

    private static String key(String trackingNumber, UUID scanId) {
        return trackingNumber + " " + scanId;
    }
}
