package com.qualitypost.phoenix.query.shipments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** What a merchant wants to see; null where it does not matter. */
record Filter(
        @Nullable String status,
        @Nullable String reason,
        @BindParam("action_required") @Nullable Boolean actionRequired,
        @Nullable Boolean stale,
        @Nullable Boolean late,
        @Nullable String destination,
        @Nullable String service,
        @Nullable String reference,
        @BindParam("created_from") @Nullable Instant createdFrom,
        @BindParam("created_to") @Nullable Instant createdTo,
        @BindParam("updated_from") @Nullable Instant updatedFrom,
        @BindParam("updated_to") @Nullable Instant updatedTo) {

    /** The order of the filter that no other index serves. */
    Order order() {
        if (reference != null) {
            return Order.REFERENCE;
        }
        if (Boolean.TRUE.equals(late)) {
            return Order.LATE;
        }
        if (Boolean.TRUE.equals(stale)) {
            return Order.STALE;
        }
        return updatedFrom != null || updatedTo != null ? Order.UPDATED : Order.CREATED;
    }
}
