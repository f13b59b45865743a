package com.qualitypost.phoenix.local.replay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class ReplayCommandTest {
    @Test
    void anEncodingThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> new CommandLine(new ReplayCommand()).parseArgs("file.csv", "--encoding=excel"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("'excel' is not an encoding; use for example windows-1252");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "0"})
    void aRateOfNothingIsRefusedAndNotTakenAsNoLimit(String rate) {
        assertThatThrownBy(() -> new CommandLine(new ReplayCommand()).parseArgs("file.csv", "--rate=" + rate))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("'%s' is not a whole number from 1 to 100000", rate);
    }
}
