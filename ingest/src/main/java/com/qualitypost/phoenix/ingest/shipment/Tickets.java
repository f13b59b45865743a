package com.qualitypost.phoenix.ingest.shipment;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Merges a parcel's tickets into one: later ones complete and override earlier ones. */
final class Tickets {
    /**
     * Every new state repeats all references: without a limit a parcel's size would grow with the square of its
     * tickets.
     */
    static final int MOST_REFERENCES = 100;

    private @Nullable String merchantId;
    private @Nullable String service;
    private @Nullable Place destination;
    private @Nullable Instant promisedFrom;
    private @Nullable Instant promisedUntil;
    private final Map<String, String> references = new TreeMap<>();

    void add(Ticket later) {
        merchantId = later.merchantId() != null ? later.merchantId() : merchantId;
        service = later.service() != null ? later.service() : service;
        destination = later.destination() != null ? later.destination() : destination;
        promise(later);
        // Sorted by name, so that which of them still fit does not depend on the map's internal order.
        new TreeMap<>(later.references()).forEach(this::refer);
    }

    /** An end of the promise that no longer fits is dropped. */
    private void promise(Ticket later) {
        Instant from = later.promisedFrom() != null ? later.promisedFrom() : promisedFrom;
        Instant until = later.promisedUntil() != null ? later.promisedUntil() : promisedUntil;
        boolean isOutdated = Ticket.isBackwards(from, until);
        promisedFrom = isOutdated ? later.promisedFrom() : from;
        promisedUntil = isOutdated ? later.promisedUntil() : until;
    }

    private void refer(String name, String value) {
        if (references.size() < MOST_REFERENCES || references.containsKey(name)) {
            references.put(name, value);
        }
    }

    Ticket merged() {
        return new Ticket(merchantId, service, destination, references, promisedFrom, promisedUntil);
    }
}
