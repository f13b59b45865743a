package com.qualitypost.phoenix.local.demo.world;

import com.qualitypost.phoenix.local.client.DeviceBatch;
import com.qualitypost.phoenix.local.client.Scan;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device sends at once.
 *
 * @param fresh whether it is sent for the first time, so that its visibility is worth measuring
 */
public record Transmission(DemoDevice device, List<Scan> scans, boolean fresh) {
    private static final String BOOT = "b1";

    /** The batch as it leaves the device at this true time. */
    public DeviceBatch at(Instant now) {
        @Nullable
        OffsetDateTime sentAt =
                device.ahead() == null ? null : device.shows(now).atOffset(ZoneOffset.UTC);
        return new DeviceBatch(device.id(), sentAt, BOOT, device.source(), scans);
    }

    Transmission again() {
        return new Transmission(device, scans, false);
    }

    Transmission with(List<Scan> otherScans) {
        return new Transmission(device, otherScans, fresh);
    }
}
