package com.qualitypost.phoenix.ingest.shipment;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A parcel's tickets as one: each completes and overrules what those before it say. */
final class Tickets {

    /** Each new state repeats them all: else a parcel would grow with the square of its tickets. */
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
        // By name: which of them still fit must not depend on how a map happens to be laid out.
        new TreeMap<>(later.references()).forEach(this::refer);
    }

    /** An end of the promise that no longer fits is void. */
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
