package com.qualitypost.phoenix.ingest.stream;

import com.qualitypost.phoenix.schemas.EventOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Counts scans by outcome as the metric {@code phoenix.scans.judged}; a scan that is judged again after a crash counts
 * again.
 */
@Component
class JudgementMetrics {
    private final MeterRegistry meters;

    JudgementMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void accepted(EventOutcome outcome) {
        count(outcome.name().toLowerCase(Locale.ROOT), "");
    }

    void duplicate() {
        count("duplicate", "");
    }

    void refused(String reason) {
        count("quarantined", reason);
    }

    private void count(String outcome, String reason) {
        meters.counter("phoenix.scans.judged", "outcome", outcome, "reason", reason)
                .increment();
    }
}
