package com.qualitypost.phoenix.projections.merchant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.projections.projector.Omissions;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A merchant's list shows the references by which a parcel is found, and no others. */
class ReferencesTest {
    @Test
    void aHundredAreShownAsTheyStand() {
        String json = references(100, "A-%d"::formatted);

        assertThat(references(json).json()).isEqualTo(json);
        assertThat(references(json).texts()).hasSize(100);
    }

    @Test
    void whatIsLeftOutStandsNowhere() {
        assertThat(references(references(101, "A-%d"::formatted)).json()).isEqualTo(references(100, "A-%d"::formatted));
        assertThat(references("{\"a\":\"%s\",\"b\":\"F-1\"}".formatted("x".repeat(257)))
                        .json())
                .isEqualTo("{\"b\":\"F-1\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u20ac", "\\u0001", "\\ud83d\\ude00"})
    void theyTakeNoMoreThanTwoHundredKilobytesWhateverStandsThere(String character) {
        String json = IntStream.range(0, 10_000)
                .mapToObj(i -> "\"%d%s\":\"%s\"".formatted(i, character.repeat(60 - i % 2 * 50), character.repeat(256)))
                .collect(Collectors.joining(",", "{", "}"));

        References kept = references(json);

        assertThat(kept.texts()).hasSize(100);
        assertThat(String.valueOf(kept.json()).getBytes(UTF_8).length).isLessThan(200 << 10);
    }

    @Test
    void aNameThatNobodyCanHaveGivenIsLeftOutWithWhatItSays() {
        assertThat(references("{\"%s\":\"A-1\",\"b\":\"F-1\"}".formatted("x".repeat(65)))
                        .json())
                .isEqualTo("{\"b\":\"F-1\"}");
        assertThat(references("{\"\\ud800\":\"A-1\"}")).isEqualTo(References.NONE);
    }

    private static References references(String json) {
        return References.of(json, new Omissions());
    }

    private static String references(int many, IntFunction<String> text) {
        return IntStream.range(0, many)
                .mapToObj(i -> "\"r%03d\":\"%s\"".formatted(i, text.apply(i)))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
