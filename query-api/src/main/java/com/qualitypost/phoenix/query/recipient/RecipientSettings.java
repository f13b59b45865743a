package com.qualitypost.phoenix.query.recipient;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How many guesses are allowed, and how long a link stays valid.
 *
 * @param maxTries of one source at one parcel, until one succeeds
 * @param triesCountFor counted from the first attempt; also the longest that a source has to wait
 * @param linkDays the default
 * @param maxLinkDays the most that a merchant can ask for
 */
@Validated
@ConfigurationProperties("phoenix.query.recipient")
record RecipientSettings(
        @Min(1) int maxTries,
        @NotNull Duration triesCountFor,
        @Min(1) int linkDays,
        @Min(1) int maxLinkDays) {
    @AssertTrue(message = "tries-count-for must be at least a second, and link-days must not exceed max-link-days")
    boolean isPossible() {
        return triesCountFor.toSeconds() > 0 && linkDays <= maxLinkDays;
    }
}
