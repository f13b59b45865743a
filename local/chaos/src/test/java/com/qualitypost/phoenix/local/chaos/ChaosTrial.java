package com.qualitypost.phoenix.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One round for each of some seeds; ordinary builds use one seed only. {@code ./phoenix chaos} goes on for longer. */
class ChaosTrial {
    static LongStream seeds() {
        return Trials.all() ? LongStream.rangeClosed(11, 16) : LongStream.of(11);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsStruckNothingIsLost(long seed) {
        try (Chaos chaos = TrialSystem.chaos()) {
            TrialSystem.screen().say("Seed %d".formatted(seed));
            Verdict verdict = chaos.run(seed, Duration.ZERO, _ -> true);

            assertThat(verdict.findings())
                    .as(String.join("\n", verdict.lines()))
                    .isEmpty();
        }
    }
}
