package com.qualitypost.phoenix.local.client;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device sends at once.
 *
 * @param sentAt the device's clock when sending; null for a device that does not send it
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

    /** Of one scan, by the gateway's default settings. */
    public static final int MAX_SCAN_BYTES = 64 << 10;

    /** Of all scans together; half of what the gateway accepts, because several senders share that. */
    public static final int MAX_BYTES = 1 << 20;

    DeviceBatch only(List<Scan> some) {
        return new DeviceBatch(deviceId, sentAt, bootId, source, some);
    }
}
