package com.qualitypost.phoenix.query.tracking;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How callers may wait for a scan or a revision.
 *
 * @param defaultLimit for callers who do not say how long
 * @param maxLimit the most that callers can ask for
 * @param longestPause between two attempts; the first pause is shorter and doubles up to this
 * @param maxWaiters at a time; each asks the database some 40 times a second
 * @param maxWaitersOfSource the same, of one source
 */
@Validated
@ConfigurationProperties("phoenix.query.wait")
record WaitSettings(
        @NotNull Duration defaultLimit,
        @NotNull Duration maxLimit,
        @NotNull Duration firstPause,
        @NotNull Duration longestPause,
        @Min(0) int maxWaiters,
        @Min(0) int maxWaitersOfSource) {
    @AssertTrue(
            message =
                    "default-limit must not exceed max-limit, and first-pause must be positive and not exceed longest-pause")
    boolean isOrdered() {
        return !defaultLimit.isNegative()
                && defaultLimit.compareTo(maxLimit) <= 0
                && firstPause.isPositive()
                && firstPause.compareTo(longestPause) <= 0;
    }
}
