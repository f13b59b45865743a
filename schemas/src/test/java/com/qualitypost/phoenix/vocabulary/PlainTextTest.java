package com.qualitypost.phoenix.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    /** No-break, figure, narrow no-break, ideographic and Ogham spaces, the line separators, and control characters. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                ' ', '\t', '\r', '\n', 0x00, 0x03, 0x1D, 0x7F, 0x85, 0xA0, 0x1680, 0x2000, 0x2007, 0x2009, 0x2028,
                0x2029, 0x202F, 0x205F, 0x2800, 0x3000
            })
    void everyBlankIsASpaceAndNoneIsLeftAtTheEnds(int blank) {
        String character = Character.toString(blank);

        assertThat(PlainText.of(character + "a" + character + "b" + character)).isEqualTo("a b");
    }

    /** Zero-width spaces and joiners, soft hyphens, byte order marks, marks of direction, variation selectors, fillers. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0xAD, 0x034F, 0x061C, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x202E, 0x2060, 0x2066, 0x2069,
                0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xE0020, 0xE0100
            })
    void whatNobodySeesIsTakenOut(int invisible) {
        String character = Character.toString(invisible);

        assertThat(PlainText.of(character + "a" + character + "b" + character)).isEqualTo("ab");
        assertThat(PlainText.shown(character + "a" + character + "b" + character))
                .isEqualTo("ab");
    }

    @Test
    void formsOfTheSameCharacterAreOne() {
        assertThat(PlainText.of("ＰＱ４７３ ① ﬁ K")).isEqualTo("PQ473 1 fi K");
        assertThat(PlainText.of("Cancu\u0301n")).isEqualTo("Cancún");
    }

    @Test
    void whatIsShownStaysAsItIsWrittenOnOneLine() {
        assertThat(PlainText.shown("Cd. Juárez\u0000\u001b[31m\r\nNº １")).isEqualTo("Cd. Juárez  [31m  Nº １");
    }

    @Test
    void whatIsWrittenFromRightToLeftIsSetApart() {
        assertThat(PlainText.shown("القاهرة")).isEqualTo("\u2068القاهرة\u2069");
        assertThat(PlainText.shown("\u202Eacul\u202C oT")).isEqualTo("acul oT");
    }

    @Test
    void halfACharacterIsShownAsOneThatIsMissing() {
        assertThat(PlainText.shown("a\uD83D")).isEqualTo("a\uFFFD");
    }
}
