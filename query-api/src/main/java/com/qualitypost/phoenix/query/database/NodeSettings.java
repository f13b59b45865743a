package com.qualitypost.phoenix.query.database;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When a node is passed over.
 *
 * @param maxLag a reader whose rows are older than this is too far behind
 * @param passedOverFor how long before a node that failed, or was behind, is tried again by one lookup
 */
@Validated
@ConfigurationProperties("phoenix.query.nodes")
public record NodeSettings(
        @NotNull Duration maxLag, @NotNull Duration passedOverFor) {
    // A beat every half second says how far behind a reader is, and a lookup may take a second.
    private static final Duration MARGIN = Duration.ofSeconds(2);

    /** What was announced so long ago, every reader has that is not passed over. */
    public Duration announcedBefore() {
        return maxLag.plus(MARGIN);
    }
}
