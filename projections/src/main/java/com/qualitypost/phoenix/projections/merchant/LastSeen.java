package com.qualitypost.phoenix.projections.merchant;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where and when a parcel was last heard of.
 *
 * @param depot the code of the last place that has one: a place without a code is a street
 * @param at of the newest fact, which may be another one
 */
record LastSeen(@Nullable String depot, @Nullable Instant at) {

    static final LastSeen NEVER = new LastSeen(null, null);

    private static final int LONGEST_DEPOT = 64;
    private static final long LAST_MS = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();

    /** {@code timeline} as in {@code shipment.timeline}, oldest first. */
    static LastSeen in(String timeline) {
        JsonNode lines = JsonMapper.shared().readTree(timeline);
        if (lines.isEmpty()) {
            return NEVER;
        }
        Instant at = possible(lines.get(lines.size() - 1).path("at").asLong());
        for (int i = lines.size() - 1; i >= 0; i--) {
            String depot = lines.get(i).path("place").path("code").asString(null);
            if (depot != null && depot.length() <= LONGEST_DEPOT) {
                return new LastSeen(depot, at);
            }
        }
        return new LastSeen(null, at);
    }

    private static Instant possible(long at) {
        if (at < 0 || at >= LAST_MS) {
            throw new DateTimeException("no column of times can hold " + at + " ms");
        }
        return Instant.ofEpochMilli(at);
    }
}
