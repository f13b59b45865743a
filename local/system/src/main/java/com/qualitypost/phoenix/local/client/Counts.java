package com.qualitypost.phoenix.local.client;

import java.util.Map;

/**
 * What the tables contain.
 *
 * @param events rows of {@code tracking_event}: accepted facts
 * @param quarantined accepted scans in the quarantine, by reason
 * @param shipments by status
 */
public record Counts(long events, Map<String, Long> quarantined, Map<String, Long> shipments) {

    public long allQuarantined() {
        return quarantined.values().stream().mapToLong(Long::longValue).sum();
    }

    public long allShipments() {
        return shipments.values().stream().mapToLong(Long::longValue).sum();
    }
}
