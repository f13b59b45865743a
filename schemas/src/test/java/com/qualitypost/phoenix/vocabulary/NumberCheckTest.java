package com.qualitypost.phoenix.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.vocabulary.NumberCheck.Sound;
import com.qualitypost.phoenix.vocabulary.NumberCheck.Standard;
import com.qualitypost.phoenix.vocabulary.NumberCheck.Unchecked;
import com.qualitypost.phoenix.vocabulary.NumberCheck.UnknownCountry;
import com.qualitypost.phoenix.vocabulary.NumberCheck.WrongDigit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberCheckTest {
    /** Vectors of UPU S10; those that end in 0 and 5 are the digits 10 and 11. */
    @ParameterizedTest
    @CsvSource({"47312482, 9", "12345678, 5", "00000008, 0", "00000015, 5", "00000000, 5", "99999999, 5"})
    void theCheckDigitOfS10(String serial, int digit) {
        assertThat(CheckDigit.s10(serial)).isEqualTo(digit);
    }

    /** An SSCC-18, a GTIN-13 and a GTIN-8. */
    @ParameterizedTest
    @CsvSource({"12345678901234567, 5", "123456789012, 8", "1234567, 0"})
    void theCheckDigitOfGs1(String digits, int digit) {
        assertThat(CheckDigit.gs1(digits)).isEqualTo(digit);
    }

    @Test
    void aSoundNumberIsKnownByItsStandard() {
        assertThat(NumberCheck.of("RB123456785GB")).isEqualTo(new Sound(Standard.UPU_S10));
        assertThat(NumberCheck.of("123456789012345675")).isEqualTo(new Sound(Standard.GS1_SSCC));
        assertThat(NumberCheck.of("PQ123456785MX")).isEqualTo(new Sound(Standard.OURS));
    }

    @Test
    void onlyOurServiceIndicatorAndCountryTogetherAreOurs() {
        assertThat(NumberCheck.of("PQ123456785US")).isEqualTo(new Sound(Standard.UPU_S10));
        assertThat(NumberCheck.of("RB123456785MX")).isEqualTo(new Sound(Standard.UPU_S10));
    }

    @Test
    void ofAWrongDigitTheRightOneIsNamed() {
        assertThat(NumberCheck.of("RB123456786US")).isEqualTo(new WrongDigit(Standard.UPU_S10, 5));
        assertThat(NumberCheck.of("123456789012345670")).isEqualTo(new WrongDigit(Standard.GS1_SSCC, 5));
        assertThat(NumberCheck.of("PQ123456786MX")).isEqualTo(new WrongDigit(Standard.OURS, 5));
    }

    @Test
    void anS10OfNoCountryIsNamed() {
        assertThat(NumberCheck.of("RB123456785XX")).isEqualTo(new UnknownCountry("XX"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1A31935802186", "MX-0001-ABCD", "1234567890128", "RB-123456785-GB"})
    void whatHasNoShapeThatWeKnowIsNotChecked(String foreign) {
        assertThat(NumberCheck.of(foreign)).isEqualTo(new Unchecked());
    }
}
