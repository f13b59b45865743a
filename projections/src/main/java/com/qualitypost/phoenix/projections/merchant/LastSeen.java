package com.qualitypost.phoenix.projections.merchant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where and when something was last heard of a parcel.
 *
 * @param depot the code of the last place that has one: a place without is a street
 * @param at of the newest fact, which may be another one
 */
record LastSeen(@Nullable String depot, @Nullable Instant at) {

    /** {@code timeline} as in {@code shipment.timeline}, the oldest first. */
    static LastSeen in(String timeline) {
        JsonNode lines = JsonMapper.shared().readTree(timeline);
        Instant at = lines.isEmpty()
                ? null
                : Instant.ofEpochMilli(lines.get(lines.size() - 1).path("at").asLong());
        for (int i = lines.size() - 1; i >= 0; i--) {
            String depot = lines.get(i).path("place").path("code").asString(null);
            if (depot != null) {
                return new LastSeen(depot, at);
            }
        }
        return new LastSeen(null, at);
    }
}
