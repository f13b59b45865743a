package com.qualitypost.phoenix.ingest.shipment;

import com.qualitypost.phoenix.vocabulary.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a parcel stands after all its facts: what the public answer is made of. */
public record Standing(
        @Nullable Status status,
        @Nullable Status previousStatus,
        @Nullable Instant statusSince,
        @Nullable String reason,
        boolean actionRequired,
        boolean needsReview,
        @Nullable Ticket ticket,
        @Nullable Delivery delivery,
        List<Entry> timeline) {

    static Standing of(Map<UUID, Fact> facts) {
        return new Fold().over(Corrections.applied(facts));
    }

    /** Whether a ticket or pre-advice is known, or the parcel was born from a scan. */
    public boolean ticketed() {
        return ticket != null
                || timeline.stream().anyMatch(e -> e.fact().kind().status().orElse(null) == Status.CREATED);
    }

    /** The corrected time of the newest fact. */
    public @Nullable Instant lastEventAt() {
        return timeline.isEmpty() ? null : timeline.getLast().fact().clocks().correctedAt();
    }

    /** When silence becomes unusual; null where nothing more is expected. */
    public @Nullable Instant staleAfter() {
        Instant last = lastEventAt();
        Duration silence = status == null ? null : usualSilence(status);
        return last == null || silence == null ? null : last.plus(silence);
    }

    private static @Nullable Duration usualSilence(Status status) {
        return switch (status) {
            case CREATED -> Duration.ofDays(7);
            case PICKED_UP, IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED -> Duration.ofDays(3);
            case ON_HOLD -> Duration.ofDays(5);
            case AVAILABLE_FOR_PICKUP, RETURNING -> Duration.ofDays(10);
            case DELIVERED, RETURNED, FAILED, CANCELLED -> null;
        };
    }

    boolean endsWith(Fact fact) {
        return !timeline.isEmpty() && timeline.getLast().fact().scanId().equals(fact.scanId());
    }

    Entry.@Nullable Note noteOn(Fact fact) {
        return timeline.stream()
                .filter(entry -> entry.fact().scanId().equals(fact.scanId()))
                .findFirst()
                .map(Entry::note)
                .orElse(null);
    }
}
