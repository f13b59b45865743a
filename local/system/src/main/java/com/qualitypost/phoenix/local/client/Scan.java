package com.qualitypost.phoenix.local.client;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One scan as it is sent: the required fields, and optional ones by their names in the contract.
 *
 * @param occurredAt the device's clock
 */
public record Scan(
        UUID scanId,
        String trackingNumber,
        String kind,
        OffsetDateTime occurredAt,
        @JsonAnyGetter Map<String, Object> more) {

    public Scan {
        more = Map.copyOf(more);
    }

    public static Scan of(UUID scanId, String trackingNumber, String kind, OffsetDateTime occurredAt) {
        return new Scan(scanId, trackingNumber, kind, occurredAt, Map.of());
    }

    public Scan with(String name, Object value) {
        Map<String, Object> all = new TreeMap<>(more);
        all.put(name, value);
        return new Scan(scanId, trackingNumber, kind, occurredAt, all);
    }

    public Scan withNumber(String otherNumber) {
        return new Scan(scanId, otherNumber, kind, occurredAt, more);
    }
}
