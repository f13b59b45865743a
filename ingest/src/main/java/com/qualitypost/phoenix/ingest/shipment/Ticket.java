package com.qualitypost.phoenix.ingest.shipment;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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

    /**
     * Collects what the tickets of one order agree on, so that each new one is compared with all before it at once.
     */
    static final class Order {
        private @Nullable String merchantId;
        private final Map<String, String> references = new HashMap<>();

        /** Whether the ticket names another merchant, or another value for a reference, than an earlier one. */
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

    static boolean isBackwards(@Nullable Instant from, @Nullable Instant until) {
        return from != null && until != null && until.isBefore(from);
    }
}
