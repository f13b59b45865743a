package com.qualitypost.phoenix.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NumbersTest {
    private static final String OURS = "PQ473124829MX";

    /** A number, and how somebody wrote it. */
    record Written(String number, String text) {}

    @Property
    void everyNumberIsFoundHoweverItIsWritten(@ForAll("written") List<Written> all, @ForAll("between") String between) {
        String text = String.join(between, all.stream().map(Written::text).toList());

        assertThat(Numbers.in(text))
                .isEqualTo(all.stream().map(Written::number).distinct().toList());
    }

    @Property
    void whateverIsPastedGivesNumbersOrNothing(@ForAll String text) {
        assertThat(Numbers.in(text))
                .allSatisfy(number -> assertThat(TrackingNumber.read(number)).isNotInstanceOf(Reading.Malformed.class));
    }

    @Property
    void whatWasFoundIsFoundAgain(@ForAll("scraps") List<String> scraps) {
        List<String> found = Numbers.in(String.join("", scraps));

        assertThat(Numbers.in(String.join("\n", found))).isEqualTo(found);
    }

    @Example
    void wordsAroundANumberAreNoNumbers() {
        assertThat(Numbers.in("Hola, tu guía es: " + OURS + ". ¡Gracias!")).containsExactly(OURS);
        assertThat(Numbers.in("hello world, delivery tomorrow")).isEmpty();
        assertThat(Numbers.in(" \n ")).isEmpty();
    }

    @Example
    void figuresBesideANumberAreNoNumbers() {
        assertThat(Numbers.in("Pedido 20261123001 del 23112026: " + OURS + " y RB123456785GB"))
                .containsExactly(OURS, "RB123456785GB");
    }

    @Example
    void dashesMayBeOfAnyLength() {
        assertThat(Numbers.in("PQ–4731–24829—MX")).containsExactly("PQ473124829MX");
    }

    @Example
    void foreignNumbersAreTakenAsTheyCome() {
        assertThat(Numbers.in("1Z 999 AA1 01 2345 6784")).containsExactly("1Z999AA10123456784");
        assertThat(Numbers.in("RB 123 456 785 GB 1Z999AA10123456784"))
                .containsExactly("RB123456785GB", "1Z999AA10123456784");
        assertThat(Numbers.in("123456789012345675 JD-0146-0000")).containsExactly("123456789012345675", "JD-0146-0000");
    }

    @Example
    void aMistypedNumberIsKeptToBeExplained() {
        assertThat(Numbers.in("pq 4731 2482 1 mx")).containsExactly("PQ473124821MX");
    }

    @Provide
    static Arbitrary<List<Written>> written() {
        Arbitrary<String> numbers = Arbitraries.integers()
                .between(0, 99_999_999)
                .map(serial -> TrackingNumber.ours(serial).value());
        return Combinators.combine(numbers, Arbitraries.integers().between(1, 9), Arbitraries.of(Style.values()))
                .as((number, at, style) -> new Written(number, style.write(number, at)))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    static Arbitrary<String> between() {
        return Arbitraries.of(" ", ", ", ",", ";", "\n", "\r\n", "\t", " | ", " y ");
    }

    @Example
    void aTextThatIsLongerThanTheFieldTakesIsNotLookedThrough() {
        assertThat(Numbers.in(OURS + " ".repeat(1_900))).containsExactly(OURS);
        assertThat(Numbers.in(OURS + " ".repeat(2_000))).isEmpty();
    }

    @Provide
    static Arbitrary<List<String>> scraps() {
        return Arbitraries.of(
                        "PQ", "MX", "473124829", OURS, "1Z", " ", "-", "\n", ",", "/t/", "?", "12345678", "Ñ", "00")
                .list()
                .ofMaxSize(12);
    }

    private enum Style {
        PLAIN,
        LOWER,
        SPACED,
        DASHED,
        LINK;

        String write(String number, int at) {
            return switch (this) {
                case PLAIN -> number;
                case LOWER -> number.toLowerCase(Locale.ROOT);
                case SPACED ->
                    "PQ " + number.substring(2, 6) + "\u00a0" + number.substring(6, 10) + " " + number.substring(10, 11)
                            + " MX";
                case DASHED -> number.replaceAll("[0-9]{" + at + "}", "$0-");
                case LINK -> "https://phoenix.example/t/" + number.toLowerCase(Locale.ROOT) + "?lang=es#main";
            };
        }
    }
}
