package com.qualitypost.phoenix.ingest.gateway.body;

import com.qualitypost.phoenix.schemas.Source;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device sends at once.
 *
 * @param deviceId the handheld; never the courier
 * @param sentAt the device's clock when sending, by which the times of its scans are corrected
 * @param bootId changes each time the device starts
 * @param uptimeMs since that start, when sending; with a scan's own uptime it gives the scan's time whatever the clock
 *     was set to
 * @param source who reports; a handheld unless stated otherwise
 * @param scans read one by one, so that a bad one does not spoil the batch
 */
public record ScanBatch(
        @Size(max = 64, message = "must have at most 64 characters") @Nullable
        String deviceId,

        @Nullable OffsetDateTime sentAt,

        @Size(max = 64, message = "must have at most 64 characters") @Nullable
        String bootId,

        @PositiveOrZero(message = "must not be negative") @Nullable
        Long uptimeMs,

        @Nullable Source source,

        @NotNull(message = "is missing: send 1 to 500 scans")
        @Size(min = 1, max = MAX_SCANS, message = "must hold 1 to 500 scans; send the rest in further batches")
        List<RawScan> scans) {
    public static final int MAX_SCANS = 500;
}
