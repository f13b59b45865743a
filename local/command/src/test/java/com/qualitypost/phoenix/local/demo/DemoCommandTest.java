package com.qualitypost.phoenix.local.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.local.demo.world.DemoDay;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class DemoCommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"--parcels=0", "--parcels=-1", "--parcels=100001", "--rate=0", "--rate=some"})
    void anImpossibleNumberIsRefusedWithWhatIsAllowed(String option) {
        assertThatThrownBy(() -> new CommandLine(new DemoCommand()).parseArgs(option))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(option.substring(0, option.indexOf('=')))
                .hasMessageContaining("is not a whole number from 1 to 100000");
    }

    @Test
    void oneParcelMakesADayToo() {
        DemoDay.of(1, 1_000, 1, Instant.parse("2026-11-22T21:00:00Z"));
    }
}
