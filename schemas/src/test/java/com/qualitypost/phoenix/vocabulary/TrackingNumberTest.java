package com.qualitypost.phoenix.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingNumberTest {

    @Test
    void oursIsRefusedWithAWrongCheckDigitAndTheExpectedOneIsNamed() {
        assertThat(TrackingNumber.read("PQ123456786MX")).isEqualTo(new Reading.WrongCheckDigit("PQ123456786MX", 5));
    }

    @Test
    void blanksAndLowerCaseAreForgiven() {
        assertThat(TrackingNumber.read("  pq123456785mx\t"))
                .isEqualTo(new Reading.Valid(new TrackingNumber("PQ123456785MX")));
    }

    @Test
    void whatWeIssueIsValid() {
        TrackingNumber issued = TrackingNumber.ours(15);

        assertThat(TrackingNumber.read(issued.value())).isEqualTo(new Reading.Valid(issued));
    }

    @Test
    void ofOursTheSerialsFromNinetyNineMillionOnAreForTests() {
        assertThat(TrackingNumber.ours(99_000_000).isForTests()).isTrue();
        assertThat(TrackingNumber.ours(99_999_999).isForTests()).isTrue();
        assertThat(TrackingNumber.ours(98_999_999).isForTests()).isFalse();
        assertThat(new TrackingNumber("RB990000018MX").isForTests()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RB123456786US", "RB123456785XX", "1A31935802186", "MX-0001-ABCD", "123456789012345670"})
    void foreignNumbersAreTakenAsTheyCome(String foreign) {
        assertThat(TrackingNumber.read(foreign)).isInstanceOf(Reading.Valid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "PQ 123456785 MX", "ÑANDÚ-12345", "A23456789012345678901234567890123456"})
    void whatIsNoNumberIsMalformed(String entered) {
        assertThat(TrackingNumber.read(entered)).isInstanceOf(Reading.Malformed.class);
    }
}
