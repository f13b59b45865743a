package com.qualitypost.phoenix.query.database;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When a node is skipped.
 *
 * @param maxLag a reader whose rows are older than this is too far behind
 * @param passedOverFor how long a node that failed or was behind is skipped before one lookup tries it again
 */
@Validated
@ConfigurationProperties("phoenix.query.nodes")
public record NodeSettings(
        @NotNull Duration maxLag, @NotNull Duration passedOverFor) {
    // A heartbeat every half second shows how far behind a reader is, and a lookup may take a second.
    private static final Duration MARGIN = Duration.ofSeconds(2);

    /** Changes that were announced longer ago than this are on every reader that is not skipped. */
    public Duration announcedBefore() {
        return maxLag.plus(MARGIN);
    }
}
