package com.qualitypost.phoenix.ingest.shipment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes corrected facts out of the fold. They stay in the history. */
final class Corrections {

    private Corrections() {}

    /**
     * The facts that count, in the order of the fold. A correction names a fact that may arrive after it. Of corrections
     * that name each other the later one decides, so that correcting a correction works and a circle cannot arise.
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
