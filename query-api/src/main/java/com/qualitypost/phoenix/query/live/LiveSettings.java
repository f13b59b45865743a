package com.qualitypost.phoenix.query.live;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How many clients may listen, and for how long.
 *
 * @param heartbeat how often a listener is sent something, so that a dead connection is noticed
 * @param longest after this a listener has to connect again, to whichever node
 * @param maxListeners of this node
 * @param maxListenersOfSource the same, of one source; thousands of customers of a mobile network share an address
 */
@Validated
@ConfigurationProperties("phoenix.query.live")
record LiveSettings(
        @NotNull Duration heartbeat,
        @NotNull Duration longest,
        @Min(0) int maxListeners,
        @Min(0) int maxListenersOfSource) {
    @AssertTrue(message = "heartbeat must be positive")
    boolean isPossible() {
        return heartbeat.isPositive();
    }
}
