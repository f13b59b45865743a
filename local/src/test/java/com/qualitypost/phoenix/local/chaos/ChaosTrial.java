package com.qualitypost.phoenix.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short set: a round each of some seeds. {@code ./phoenix chaos} is the long one. */
class ChaosTrial {
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void whateverIsStruckNothingIsLost(long seed) {
        try (Chaos chaos = Site.chaos()) {
            Site.screen().say("Seed %d".formatted(seed));
            Verdict verdict = chaos.run(seed, Duration.ZERO, _ -> true);

            assertThat(verdict.findings())
                    .as(String.join("\n", verdict.lines()))
                    .isEmpty();
        }
    }
}
