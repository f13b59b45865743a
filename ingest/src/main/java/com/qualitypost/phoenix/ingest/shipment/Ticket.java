package com.qualitypost.phoenix.ingest.shipment;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the merchant ordered. */
public record Ticket(
        @Nullable String merchantId,
        @Nullable String service,
        @Nullable Place destination,
        Map<String, String> references,
        @Nullable Instant promisedFrom,
        @Nullable Instant promisedUntil) {

    public Ticket {
        references = Map.copyOf(references);
    }

    /** Whether both name a merchant or a reference of theirs and name different ones. */
    boolean isOfAnotherOrderThan(Ticket other) {
        return differs(merchantId, other.merchantId)
                || references.entrySet().stream()
                        .anyMatch(mine -> differs(mine.getValue(), other.references.get(mine.getKey())));
    }

    private static boolean differs(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }

    /** This ticket completed and overruled by what a later one says. */
    Ticket overruledBy(Ticket later) {
        Map<String, String> all = new TreeMap<>(references);
        all.putAll(later.references);
        return new Ticket(
                later.merchantId != null ? later.merchantId : merchantId,
                later.service != null ? later.service : service,
                later.destination != null ? later.destination : destination,
                all,
                later.promisedFrom != null ? later.promisedFrom : promisedFrom,
                later.promisedUntil != null ? later.promisedUntil : promisedUntil);
    }
}
