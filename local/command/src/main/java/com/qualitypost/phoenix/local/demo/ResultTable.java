package com.qualitypost.phoenix.local.demo;

import com.qualitypost.phoenix.local.client.Tally;
import com.qualitypost.phoenix.local.client.WriterTables.Counts;
import com.qualitypost.phoenix.vocabulary.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The figures that are shown at the end. */
final class ResultTable {
    private static final int DIFFERENCES_SHOWN = 10;

    private final DemoResult figures;
    private final List<String> lines = new ArrayList<>();

    private ResultTable(DemoResult figures) {
        this.figures = figures;
    }

    static List<String> of(DemoResult figures) {
        ResultTable table = new ResultTable(figures);
        table.addScans();
        table.addShipments();
        table.addTimes();
        table.addSelfCheck();
        return table.lines;
    }

    private void addScans() {
        Tally tally = figures.tally();
        Counts counts = figures.counts();
        lines.add("");
        row("scans sent", tally.sent(), "");
        row("  accepted", tally.accepted(), "on Kafka before they were answered");
        row("    new facts", counts.events(), "");
        row("    duplicate", figures.duplicates(), "sent before, so they change nothing");
        row("    quarantined", counts.allQuarantined(), words(counts.quarantined()));
        row("  duplicate in one batch", tally.duplicates(), "");
        row("  rejected", figures.rejected(), words(tally.rejected()));
    }

    private void addShipments() {
        Counts counts = figures.counts();
        lines.add("");
        row("shipments", counts.allShipments(), "");
        for (Status status : Status.values()) {
            row("  " + status, counts.shipments().getOrDefault(status.name(), 0L), "");
        }
    }

    private void addTimes() {
        lines.add("");
        if (figures.warmUp().isZero()) {
            lines.add("  scan to visible      not measured: the day was over before the system was warm");
        } else {
            lines.add(visible());
        }
        if (figures.neverSeen() > 0) {
            lines.add("  not visible in 30 s  %,d of those asked for".formatted(figures.neverSeen()));
        }
        lines.add("  evening upload       %,d scans: accepted at %,d/s, visible at %,d/s"
                .formatted(figures.uploaded(), figures.acceptedPerSecond(), figures.drainedPerSecond()));
    }

    private String visible() {
        return "  scan to visible      p50 %s, p99 %s (%,d samples once warm, after %d s)"
                .formatted(
                        millis(figures.seen().quantile(0.5)),
                        millis(figures.seen().quantile(0.99)),
                        figures.seen().count(),
                        figures.warmUp().toSeconds());
    }

    private void addSelfCheck() {
        List<String> differences = figures.differences();
        lines.add("");
        lines.add("  self-check: " + (differences.isEmpty() ? "ok" : "%,d differences".formatted(differences.size())));
        differences.stream().limit(DIFFERENCES_SHOWN).forEach(difference -> lines.add("    " + difference));
    }

    private void row(String name, long count, String more) {
        lines.add("  %-28s %,9d   %s".formatted(name, count, more).stripTrailing());
    }

    private static String words(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    static String millis(OptionalLong time) {
        return time.isPresent() ? String.format(Locale.ROOT, "%,d ms", time.getAsLong()) : "not measured";
    }
}
