package com.qualitypost.phoenix.ingest.device;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Exposes the open gaps of all devices as the metrics {@code phoenix.device.gaps} and {@code phoenix.device.missing}.
 */
class DeviceMeters implements MeterBinder {
    private static final Logger log = LoggerFactory.getLogger(DeviceMeters.class);
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final DeviceGaps gaps;
    private final InstantSource clock;
    private Instant countAgain = Instant.MIN;
    private DeviceGaps.@Nullable Open open;

    DeviceMeters(DeviceGaps gaps, InstantSource clock) {
        this.gaps = gaps;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("phoenix.device.gaps", () -> read(DeviceGaps.Open::gaps))
                .description("Gaps in the devices' numbering that have been open for longer than scans usually travel")
                .register(registry);
        Gauge.builder("phoenix.device.missing", () -> read(DeviceGaps.Open::missing))
                .description("Numbers in those gaps")
                .register(registry);
    }

    /** Frequent readers get the same figure for a while, and no figure while the database is away. */
    private synchronized double read(ToLongFunction<DeviceGaps.Open> figure) {
        Instant now = clock.instant();
        if (!now.isBefore(countAgain)) {
            countAgain = now.plus(FRESH);
            open = count();
        }
        return open == null ? Double.NaN : figure.applyAsLong(open);
    }

    private DeviceGaps.@Nullable Open count() {
        try {
            return gaps.open();
        } catch (DataAccessException e) {
            log.warn(
                    "The devices' gaps cannot be counted, the metrics will be back when the database is: {}",
                    e.getMostSpecificCause().getMessage());
            return null;
        }
    }
}
