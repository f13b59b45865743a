package com.qualitypost.phoenix.ingest.shipment;

import com.qualitypost.phoenix.ingest.shipment.Fact.Delivery;
import com.qualitypost.phoenix.ingest.shipment.service.ServiceLevel;
import com.qualitypost.phoenix.ingest.shipment.service.TimeWindow;
import com.qualitypost.phoenix.vocabulary.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a parcel is after all its facts; the public answer is made from it. */
public record CurrentState(
        @Nullable Status status,
        @Nullable Status previousStatus,
        @Nullable Instant statusSince,
        @Nullable String reason,
        boolean actionRequired,
        boolean needsReview,
        @Nullable Ticket ticket,
        @Nullable Delivery delivery,
        @Nullable TimeWindow promised,
        List<Entry> timeline) {
    private static final Period NUMBER_RESTS = Period.ofMonths(24);

    static CurrentState of(Map<UUID, Fact> facts, Rules rules) {
        return new Fold(rules.workingDays()).over(lastLife(Corrections.applied(facts)));
    }

    /** A number may be reused after 24 months: anything before that belongs to another parcel. */
    private static List<Fact> lastLife(List<Fact> sorted) {
        for (int birth = sorted.size() - 1; birth > 0; birth--) {
            Fact before = sorted.get(birth - 1);
            Fact fact = sorted.get(birth);
            if (fact.status().orElse(null) == Status.CREATED
                    && !fact.clocks()
                            .localTime()
                            .isBefore(before.clocks().localTime().plus(NUMBER_RESTS))) {
                return sorted.subList(birth, sorted.size());
            }
        }
        return sorted;
    }

    /** Whether two tickets within one life of the number cannot belong to the same order. */
    boolean hasTicketsOfTwoOrders() {
        Ticket.Order order = new Ticket.Order();
        return timeline.stream()
                .map(entry -> entry.fact().ticket())
                .filter(Objects::nonNull)
                .anyMatch(order::isContradictedBy);
    }

    /** Whether there is a ticket or pre-advice, or the parcel started with a scan. */
    public boolean ticketed() {
        return ticket != null
                || timeline.stream().anyMatch(e -> e.fact().status().orElse(null) == Status.CREATED);
    }

    /** The corrected time of the newest fact. */
    public @Nullable Instant lastEventAt() {
        return timeline.isEmpty() ? null : timeline.getLast().fact().clocks().correctedAt();
    }

    /** When silence becomes unusual for the service; null if nothing more is expected. */
    public @Nullable Instant staleAfter() {
        Instant last = lastEventAt();
        Duration silence = status == null ? null : usualSilence(status);
        if (last == null || silence == null) {
            return null;
        }
        Duration usual = silence;
        return last.plus(ServiceLevel.named(ticket == null ? null : ticket.service())
                .map(service -> service.patience(usual))
                .orElse(usual));
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
