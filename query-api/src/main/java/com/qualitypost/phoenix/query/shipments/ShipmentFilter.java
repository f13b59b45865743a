package com.qualitypost.phoenix.query.shipments;

import com.google.re2j.Pattern;
import com.qualitypost.phoenix.vocabulary.Reason;
import com.qualitypost.phoenix.vocabulary.Status;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a merchant wants to see; a filter that is null matches everything. */
record ShipmentFilter(
        @Nullable Status status,
        @Nullable String reason,
        @Nullable Boolean actionRequired,
        @Nullable Boolean stale,
        @Nullable Boolean late,
        @Nullable String destination,
        @Nullable String service,
        @Nullable String reference,
        @Nullable Instant createdFrom,
        @Nullable Instant createdTo,
        @Nullable Instant updatedFrom,
        @Nullable Instant updatedTo) {
    static final Set<String> NAMES = Set.of(
            "status",
            "reason",
            "action_required",
            "stale",
            "late",
            "destination",
            "service",
            "reference",
            "created_from",
            "created_to",
            "updated_from",
            "updated_to");

    private static final Pattern REASON = Pattern.compile(Reason.SHAPE);

    static ShipmentFilter of(Parameters asked) {
        return new ShipmentFilter(
                asked.one("status", Status.class),
                asked.shaped("reason", REASON, Reason.CONSIGNEE_ABSENT.code()),
                asked.flag("action_required"),
                asked.flag("stale"),
                asked.flag("late"),
                asked.text("destination", 128),
                asked.text("service", 64),
                asked.text("reference", 256),
                asked.time("created_from"),
                asked.time("created_to"),
                asked.time("updated_from"),
                asked.time("updated_to"));
    }

    /** The order for a filter that no other index serves. */
    ListOrder order() {
        if (reference != null) {
            return ListOrder.REFERENCE;
        }
        if (Boolean.TRUE.equals(late)) {
            return ListOrder.LATE;
        }
        if (Boolean.TRUE.equals(stale)) {
            return ListOrder.STALE;
        }
        return updatedFrom != null || updatedTo != null ? ListOrder.UPDATED : ListOrder.CREATED;
    }

    /** Whether an index returns the result in the order of creation. */
    boolean hasIndex() {
        return status != null || reason != null || actionRequired != null || destination != null || service != null;
    }
}
