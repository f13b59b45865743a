package com.qualitypost.phoenix.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** No-break and figure spaces, a byte order mark, a zero-width space inside, digits of full width, a scanner's marks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0PQ123456785MX\u00a0",
                "\u2007PQ123456785MX\u202f",
                "\ufeffPQ123456785MX",
                "PQ12345\u200b6785MX",
                "PQ12345\u00ad6785MX",
                "ＰＱ１２３４５６７８５ＭＸ",
                "PQ123456785MX\u0000",
                "\u0002PQ123456785MX\u0003\r\n",
                "]C1PQ123456785MX",
                "]C0pq123456785mx",
                "]d2PQ123456785MX\u001d",
                "]Q3 PQ123456785MX",
                "]A0PQ123456785MX",
                "*PQ123456785MX*",
                " *pq123456785mx* ",
                "* PQ123456785MX *",
                "]A0*PQ123456785MX*",
                "］Ｃ１PQ123456785MX"
            })
    void whatPastingAndScanningAddIsForgiven(String entered) {
        assertThat(TrackingNumber.read(entered)).isEqualTo(new Reading.Valid(new TrackingNumber("PQ123456785MX")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012345675",
                "(00)123456789012345675",
                "(00) 123456789012345675",
                "（００）123456789012345675",
                "]C100123456789012345675",
                "]C1\u001d00123456789012345675\u001d",
                "]d200123456789012345675",
                "]C1(00)123456789012345675",
                "00123456789012345675",
                "]C000123456789012345675",
                "*00123456789012345675*"
            })
    void aParcelIsCalledByItsSsccHoweverThatIsMarked(String entered) {
        assertThat(TrackingNumber.read(entered)).isEqualTo(new Reading.Valid(new TrackingNumber("123456789012345675")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"]C1019931265099999891ABC000000101000600209", "(01)99312650999998(91)ABC000000101000600209"})
    void otherBarcodesOfGs1AreTheNumberAsTheyStandInTheBars(String entered) {
        assertThat(TrackingNumber.read(entered))
                .isEqualTo(new Reading.Valid(new TrackingNumber("019931265099999891ABC000000101000600209")));
    }

    @Test
    void twentyDigitsOfWhichTheLastAreNoSsccAreTheNumberThemselves() {
        assertThat(TrackingNumber.read("00123456789012345670"))
                .isEqualTo(new Reading.Valid(new TrackingNumber("00123456789012345670")));
    }

    @Test
    void dashesOfAnyLengthAreHyphens() {
        assertThat(TrackingNumber.read("MX–0001\u2011ABCD"))
                .isEqualTo(new Reading.Valid(new TrackingNumber("MX-0001-ABCD")));
    }

    @ParameterizedTest
    @CsvSource({
        "PQ99OOOO3O1MX, PQ990000301MX",
        "PQ1234S6785MX, PQ123456785MX",
        "PQI2345678SMX, PQ123456785MX",
        "R8123456785GB, RB123456785GB",
        "12345678901234567S, 123456789012345675"
    })
    void lettersThatLookLikeDigitsPointToTheNumberThatWasMeant(String typed, String meant) {
        assertThat(new TrackingNumber(typed).meant()).contains(new TrackingNumber(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RB123456785GB", "RB12345678OGB", "RB123456786GB", "1A31935802186", "1Z999AA10123456784"})
    void aNumberThatIsSoundOrWouldNotBeIsMeantAsItIs(String typed) {
        assertThat(new TrackingNumber(typed).meant()).isEmpty();
    }

    @Test
    void whatWasEnteredMayBeShownHoweverLongOrOddItIs() {
        assertThat(TrackingNumber.read("\u202Ehello\u0000")).isEqualTo(new Reading.Malformed("hello"));
        assertThat(TrackingNumber.read("1".repeat(257))).isEqualTo(new Reading.Malformed("1".repeat(256) + "…"));
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
    @ValueSource(
            strings = {
                "RB123456786US",
                "RB123456785XX",
                "1A31935802186",
                "MX-0001-ABCD",
                "123456789012345670",
                "00123456789012345670",
                "0012345678901234567",
                "A23456789012345678901234567890123456789012345678"
            })
    void foreignNumbersAreTakenAsTheyCome(String foreign) {
        assertThat(TrackingNumber.read(foreign)).isInstanceOf(Reading.Valid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567",
                "PQ 123456785 MX",
                "ÑANDÚ-12345",
                "A234567890123456789012345678901234567890123456789",
                "--------",
                "-1234567",
                "1234567-",
                "1234--5678",
                "ABCDEFGH",
                "ßßßß1234",
                "]C1",
                "(00)",
                "*PQ123456785MX",
                "PQ123456785MX*",
                "**PQ123456785MX**",
                "*",
                "**"
            })
    void whatIsNoNumberIsMalformed(String entered) {
        assertThat(TrackingNumber.read(entered)).isInstanceOf(Reading.Malformed.class);
    }
}
