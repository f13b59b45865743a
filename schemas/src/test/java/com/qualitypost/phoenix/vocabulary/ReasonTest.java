package com.qualitypost.phoenix.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTest {
    @ParameterizedTest
    @EnumSource
    void everyReasonStandsInANamespaceAndIsFoundByItsCode(Reason reason) {
        assertThat(reason.code()).matches(Reason.SHAPE);
        assertThat(Reason.coded(reason.code())).contains(reason);
    }

    @Test
    void aReasonThatIsNewerThanThisVersionIsNotKnown() {
        assertThat(Reason.coded("weather_locusts")).isEmpty();
    }
}
