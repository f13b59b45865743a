package com.qualitypost.phoenix.ingest.shipment;

import java.time.Instant;
import java.util.HashMap;
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

    /** What the tickets of one order agree on, as they come: each is compared with all before it at once. */
    static final class Order {

        private @Nullable String merchantId;
        private final Map<String, String> references = new HashMap<>();

        /** Whether it names another merchant, or another value of a reference, than one before it. */
        boolean isContradictedBy(Ticket ticket) {
            boolean differs = merchantId != null && ticket.merchantId != null && !merchantId.equals(ticket.merchantId);
            merchantId = merchantId == null ? ticket.merchantId : merchantId;
            for (Map.Entry<String, String> said : ticket.references.entrySet()) {
                String known = references.putIfAbsent(said.getKey(), said.getValue());
                differs |= known != null && !known.equals(said.getValue());
            }
            return differs;
        }
    }

    /** This ticket completed and overruled by what a later one says; an end of the promise that no longer fits is void. */
    Ticket overruledBy(Ticket later) {
        Map<String, String> all = new TreeMap<>(references);
        all.putAll(later.references);
        Instant from = later.promisedFrom != null ? later.promisedFrom : promisedFrom;
        Instant until = later.promisedUntil != null ? later.promisedUntil : promisedUntil;
        boolean isOutdated = isBackwards(from, until);
        return new Ticket(
                later.merchantId != null ? later.merchantId : merchantId,
                later.service != null ? later.service : service,
                later.destination != null ? later.destination : destination,
                all,
                isOutdated ? later.promisedFrom : from,
                isOutdated ? later.promisedUntil : until);
    }

    static boolean isBackwards(@Nullable Instant from, @Nullable Instant until) {
        return from != null && until != null && until.isBefore(from);
    }
}
