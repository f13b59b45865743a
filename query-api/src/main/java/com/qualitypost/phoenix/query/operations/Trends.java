package com.qualitypost.phoenix.query.operations;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the overview draws.
 *
 * @param facts by the hour (UTC) in which they were received; an hour without any is absent
 * @param deliveries of the last days, one entry for each that had any
 * @param ages how long nothing was heard of parcels that are stuck; an age that none has is absent
 */
record Trends(Map<LocalDateTime, Long> facts, List<Deliveries> deliveries, Map<Age, Long> ages) {
    /** Days with deliveries, today among them. */
    static final int DAYS = 7;

    /**
     * Parcels delivered on one day, UTC.
     *
     * @param unpromised those that nobody promised anything for
     */
    record Deliveries(LocalDate day, long inTime, long late, long unpromised) {
        static Deliveries none(LocalDate day) {
            return new Deliveries(day, 0, 0, 0);
        }

        long all() {
            return inTime + late + unpromised;
        }

        /** In time, of those with a promise; null if there were none. */
        public @Nullable Long percent() {
            return inTime + late == 0 ? null : 100 * inTime / (inTime + late);
        }
    }

    /** How many days ago the last fact was, from so many to fewer than so many. */
    enum Age {
        ONE(1, 2),
        TWO(2, 3),
        THREE(3, 5),
        FIVE(5, 7),
        WEEK(7, 14),
        FORTNIGHT(14, Integer.MAX_VALUE);

        final int from;
        final int until;

        Age(int from, int until) {
            this.from = from;
            this.until = until;
        }
    }
}
