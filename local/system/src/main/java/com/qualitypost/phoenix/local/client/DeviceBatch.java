package com.qualitypost.phoenix.local.client;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent at once.
 *
 * @param sentAt the device's clock as it sends; null for a device that does not say
 * @param source HANDHELD, MERCHANT, DEPOT or IMPORT
 * @param scans 1 to 500
 */
public record DeviceBatch(
        @Nullable String deviceId,
        @Nullable OffsetDateTime sentAt,
        @Nullable String bootId,
        String source,
        List<Scan> scans) {
    public static final int MAX_SCANS = 500;

    /** Of one scan, as the gateway takes them unless it is set up otherwise. */
    public static final int MAX_SCAN_BYTES = 64 << 10;

    /** Of all its scans; half of what the gateway takes, which several that send at once share. */
    public static final int MAX_BYTES = 1 << 20;

    DeviceBatch only(List<Scan> some) {
        return new DeviceBatch(deviceId, sentAt, bootId, source, some);
    }
}
