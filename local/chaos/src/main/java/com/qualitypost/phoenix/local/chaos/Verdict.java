package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.local.chaos.Faults.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of a run.
 *
 * @param faults all that were injected
 * @param whole for each round, the time from healing until everything was visible, starts of processes included
 * @param brokenOff batches of scans that a gateway had accepted and did not answer, so that they were sent again
 */
record Verdict(
        long seed,
        List<Fault> faults,
        int acknowledged,
        List<Duration> whole,
        long brokenOff,
        SeenAnswers.Report lookups,
        List<String> findings) {
    /** Whether all promises were kept. */
    boolean holds() {
        return findings.isEmpty();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(line(
                "seed %d: %d rounds, %d faults, %,d scans acknowledged",
                seed, whole.size(), faults.size(), acknowledged));
        Map<String, Integer> counts = new TreeMap<>();
        faults.forEach(fault -> counts.merge(fault.toString(), 1, Integer::sum));
        counts.forEach((fault, count) -> lines.add(line("  %-52s %4d", fault, count)));
        lines.add(line(
                "caught up after each round: within %.1f s, starts of processes included",
                whole.stream().mapToLong(Duration::toMillis).max().orElse(0) / 1e3));
        lines.add(line("scans: %,d attempts broke off and were repeated", brokenOff));
        lines.add(line(
                "lookups: %,d answered, p50 %d ms, p99 %d ms, the slowest %d ms; %d attempts broke off and %d were slow, and"
                        + " went to the other node; %d could not be answered while both databases were away",
                lookups.lookups(),
                lookups.p50().toMillis(),
                lookups.p99().toMillis(),
                lookups.slowest().toMillis(),
                lookups.brokenOff(),
                lookups.slow(),
                lookups.excused()));
        findings.forEach(finding -> lines.add("NOT TRUE: " + finding));
        lines.add(holds() ? "verdict: every promise was kept" : "verdict: NOT KEPT");
        return lines;
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
