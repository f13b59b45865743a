package com.qualitypost.phoenix.projections.projector;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reports for which parcels something is left out: once each, as often as it is written to a counter, and briefly in
 * health.
 */
@Component
public class OmissionLog {
    private static final Logger log = LoggerFactory.getLogger(OmissionLog.class);
    private static final String METRIC = "phoenix.projections.left_out";

    /** The number of parcels that are named; beyond that they are only counted. */
    private static final int MOST = 1_000;

    private final MeterRegistry metrics;
    private final Map<String, Set<String>> told = new TreeMap<>();

    OmissionLog(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Has to be called when the row is written. */
    public void note(ShipmentRecord shipment, Omissions omissions) {
        omissions.reasons().forEach((part, why) -> {
            metrics.counter(METRIC, "part", part).increment();
            if (isNew(shipment.trackingNumber(), part)) {
                log.error(
                        "The {} of {} (generation {}, revision {}) cannot be shown and are left out: {}",
                        part,
                        shipment.trackingNumber(),
                        shipment.generation(),
                        shipment.revision(),
                        why);
            }
        });
    }

    private synchronized boolean isNew(String number, String part) {
        Set<String> numbers = told.computeIfAbsent(part, _ -> new LinkedHashSet<>());
        return numbers.size() < MOST && numbers.add(number);
    }

    /** What is left out, and for which parcels; empty if nothing is. */
    public synchronized Map<String, String> summary() {
        Map<String, String> summary = new TreeMap<>();
        told.forEach((part, numbers) -> summary.put(
                part,
                "of %s%d parcels, the first %s"
                        .formatted(
                                numbers.size() < MOST ? "" : "at least ",
                                numbers.size(),
                                numbers.iterator().next())));
        return summary;
    }
}
