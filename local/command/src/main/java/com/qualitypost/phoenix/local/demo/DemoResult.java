package com.qualitypost.phoenix.local.demo;

import com.qualitypost.phoenix.local.client.Tally;
import com.qualitypost.phoenix.local.client.WriterTables.Counts;
import java.time.Duration;
import java.util.List;

/**
 * The results of a day.
 *
 * @param warmUp how long was not measured, because processes that have just been started are slow; zero if that was the
 *     whole day
 * @param uploaded scans acknowledged in the evening
 * @param uploadTook until all of them were acknowledged
 * @param drainTook until all of them were visible, from the first one sent
 * @param differences from what the simulation expects, in words; empty if all is well
 */
record DemoResult(
        Tally tally,
        Counts counts,
        Duration warmUp,
        Latencies seen,
        long neverSeen,
        long uploaded,
        Duration uploadTook,
        Duration drainTook,
        List<String> differences) {
    /** Accepted by the gateway, but already known to the topology. */
    long duplicates() {
        return tally.accepted() - counts.events() - counts.allQuarantined();
    }

    long rejected() {
        return tally.rejected().values().stream().mapToLong(Long::longValue).sum();
    }

    long acceptedPerSecond() {
        return perSecond(uploadTook);
    }

    long drainedPerSecond() {
        return perSecond(drainTook);
    }

    private long perSecond(Duration time) {
        return Math.round(uploaded / Math.max(0.001, time.toMillis() / 1_000.0));
    }
}
