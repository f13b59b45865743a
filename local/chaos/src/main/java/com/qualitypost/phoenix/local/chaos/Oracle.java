package com.qualitypost.phoenix.local.chaos;

import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Computes what must have become of the scans of a ledger, on its own: the parcels' lives are simple on purpose, one
 * step after the other in the order of their times.
 */
record Oracle(Map<String, Parcel> parcels) {
    /**
     * The expected state of a parcel.
     *
     * @param facts the scans of its timeline, oldest first
     */
    record Parcel(String status, List<UUID> facts) {}

    /** A scan that was not acknowledged may be there or not: it counts if it is. */
    static Oracle of(Ledger.Pages pages, Set<UUID> there) {
        Map<String, List<Ledger.Entry>> known = pages.tried().values().stream()
                .filter(entry -> Kind.named(entry.kind()).isPresent())
                .filter(entry -> pages.acknowledged().contains(entry.scanId()) || there.contains(entry.scanId()))
                .collect(Collectors.groupingBy(Ledger.Entry::trackingNumber, TreeMap::new, Collectors.toList()));
        Map<String, Parcel> parcels = new TreeMap<>();
        known.forEach((number, entries) -> parcels.put(number, fold(entries)));
        return new Oracle(parcels);
    }

    private static Parcel fold(List<Ledger.Entry> entries) {
        List<Ledger.Entry> inOrder = entries.stream()
                .sorted(Comparator.comparing(Ledger.Entry::occurredAt))
                .toList();
        Status status = Kind.valueOf(inOrder.getLast().kind()).status().orElseThrow();
        return new Parcel(
                status.name(), inOrder.stream().map(Ledger.Entry::scanId).toList());
    }
}
