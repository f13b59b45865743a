package com.qualitypost.phoenix.projections.merchant;

import com.qualitypost.phoenix.tables.Timeline.Line;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** The lines are oldest first. */
    static LastSeen in(List<Line> timeline) {
        if (timeline.isEmpty()) {
            return NEVER;
        }
        Instant at = possible(timeline.getLast().at());
        return timeline.reversed().stream()
                .map(Line::place)
                .filter(place ->
                        place != null && place.code() != null && place.code().length() <= LONGEST_DEPOT)
                .findFirst()
                .map(place -> new LastSeen(place.code(), at))
                .orElseGet(() -> new LastSeen(null, at));
    }

    private static Instant possible(long at) {
        if (at < 0 || at >= LAST_MS) {
            throw new DateTimeException("no column of times can hold " + at + " ms");
        }
        return Instant.ofEpochMilli(at);
    }
}
