package com.qualitypost.phoenix.ingest.shipment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Removes corrected facts from the fold; they stay in the history. */
final class Corrections {
    private Corrections() {}

    /**
     * The facts that count, in the order of the fold. A correction may arrive before the fact that it names. Where
     * corrections name each other the later one wins, so that correcting a correction works and no circle can arise.
     */
    static List<Fact> applied(Map<UUID, Fact> facts) {
        List<Fact> sorted = facts.values().stream().sorted(Fact.ORDER).toList();
        Set<UUID> removed = removed(sorted, facts);
        return sorted.stream().filter(fact -> !removed.contains(fact.scanId())).toList();
    }

    private static Set<UUID> removed(List<Fact> sorted, Map<UUID, Fact> facts) {
        Set<UUID> removed = new HashSet<>();
        for (Fact correction : sorted.reversed()) {
            UUID target = correction.takesBack();
            if (target != null
                    && !removed.contains(correction.scanId())
                    && !isLaterCorrection(facts.get(target), correction)) {
                removed.add(target);
            }
        }
        return removed;
    }

    private static boolean isLaterCorrection(@Nullable Fact target, Fact correction) {
        return target != null && target.takesBack() != null && Fact.ORDER.compare(target, correction) >= 0;
    }
}
