package com.qualitypost.phoenix.query.recipient;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much is forgiven to who guesses, and how long a link is good for.
 *
 * @param maxTries of one source at one parcel, until a right one
 * @param triesCountFor from the first of them on; so long the source waits at most
 * @param linkDays for a merchant that does not say
 * @param maxLinkDays for one that does
 */
@Validated
@ConfigurationProperties("phoenix.query.recipient")
record RecipientSettings(
        @Min(1) int maxTries,
        @NotNull Duration triesCountFor,
        @Min(1) int linkDays,
        @Min(1) int maxLinkDays) {

    @AssertTrue(message = "tries-count-for must be a second at least, and link-days must not exceed max-link-days")
    boolean isPossible() {
        return triesCountFor.toSeconds() > 0 && linkDays <= maxLinkDays;
    }
}
