package com.qualitypost.phoenix.query.shipments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qualitypost.phoenix.web.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.MultiValueMap;

class ParametersTest {
    @ParameterizedTest
    @ValueSource(strings = {"PED-1", "PED-1\u00a0", "\u200bPED-1", " PED-1\t", "\ufeffPED-1\u202f"})
    void aTextIsTakenWithoutWhatPastingPutsAroundIt(String text) {
        assertThat(reference(text)).isEqualTo("PED-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\u200b \u00ad"})
    void aTextOfNothingThatAnybodySeesIsRefused(String text) {
        assertThatThrownBy(() -> reference(text)).isInstanceOf(ProblemException.class);
    }

    private static String reference(String text) {
        return String.valueOf(new Parameters(MultiValueMap.fromMultiValue(Map.of("reference", List.of(text))))
                .text("reference", 256));
    }
}
