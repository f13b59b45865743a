package com.qualitypost.phoenix.query.operations.parcel;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** What one of the three clocks showed, in UTC and as the reporter's clock on the wall would have. */
record Clock(LocalDateTime utc, int offsetMinutes) {
    private static final int MOST_MINUTES = 18 * 60;

    public LocalDateTime local() {
        return utc.plusMinutes(offsetMinutes);
    }

    /** The reporter's distance from UTC, as in {@code -06:00}. */
    public String offset() {
        if (Math.abs(offsetMinutes) > MOST_MINUTES) {
            return "%+d min".formatted(offsetMinutes);
        }
        return offsetMinutes == 0
                ? "+00:00"
                : ZoneOffset.ofTotalSeconds(offsetMinutes * 60).getId();
    }

    /** How far this clock is from another one, in seconds. */
    long secondsAfter(Clock other) {
        return Duration.between(other.utc, utc).toSeconds();
    }
}
