package com.qualitypost.phoenix.projections.projector;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one read of the binlog brought.
 *
 * @param shipments the last state of each parcel in it, sorted by tracking number
 * @param removed the tracking numbers whose row is gone, sorted
 * @param beat the newest heartbeat in it; null if there is none
 * @param position where to continue after it
 */
public record ChangeBatch(
        List<ShipmentRecord> shipments,
        List<String> removed,
        @Nullable Instant beat,
        String position) {
    /** How many change numbers it takes: first the shipments, then what is removed. */
    public int changes() {
        return shipments.size() + removed.size();
    }
}
