package com.qualitypost.phoenix.local.client;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

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

    /** An id as devices make it: RFC 9562, version 7. */
    public static UUID newId(Instant time, RandomGenerator random) {
        long high = time.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
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

    /** A place, at most as precise as a postcode. */
    public record ScanPlace(
            @Nullable String code,
            @Nullable String name,
            @Nullable String city,
            @Nullable String postcode,
            @Nullable String country) {}
}
