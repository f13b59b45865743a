package com.qualitypost.phoenix.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short set: a round each of some seeds. {@code ./phoenix chaos} is the long one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChaosTrial {
    private static final int SCANS_PER_SECOND = 50;

    private Chaos chaos;

    @BeforeAll
    void start() {
        chaos = Chaos.start(TestServers.folder("chaos"), SCANS_PER_SECOND, new Screen());
    }

    @AfterAll
    void stop() {
        chaos.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void whateverIsStruckNothingIsLost(long seed) {
        Verdict verdict = chaos.run(seed, Duration.ZERO);

        assertThat(verdict.findings()).as(String.join("\n", verdict.lines())).isEmpty();
    }
}
