package com.qualitypost.phoenix.vocabulary;

import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a number's standard, recognised by its shape, says about it. Only our own numbers are refused for it: for
 * foreign ones it is advice.
 */
public sealed interface NumberCheck {
    /** Correct by its standard. */
    record Sound(Standard standard) implements NumberCheck {}

    record WrongDigit(Standard standard, int expected) implements NumberCheck {}

    /** S10 with a country that ISO 3166-1 does not list. */
    record UnknownCountry(String country) implements NumberCheck {}

    /** Of unknown shape. */
    record Unchecked() implements NumberCheck {}

    /** The standards whose numbers we recognise; the first match counts. */
    enum Standard {
        /** UPU S10 with the service indicator and the country of our domestic parcels. */
        OURS(number -> isS10(number) && number.startsWith("PQ") && number.endsWith("MX")),
        UPU_S10(Standard::isS10),
        GS1_SSCC(number -> number.length() == 18 && Ascii.areDigits(number, 0, 18));

        private static final Set<String> COUNTRIES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);

        private final Predicate<String> shape;

        Standard(Predicate<String> shape) {
            this.shape = shape;
        }

        private static boolean isS10(String number) {
            return number.length() == 13
                    && Ascii.areCapitals(number, 0, 2)
                    && Ascii.areDigits(number, 2, 11)
                    && Ascii.areCapitals(number, 11, 13);
        }

        private NumberCheck check(String number) {
            return switch (this) {
                case OURS -> digit(number.charAt(10), CheckDigit.s10(number.substring(2, 10)));
                case UPU_S10 ->
                    COUNTRIES.contains(number.substring(11))
                            ? digit(number.charAt(10), CheckDigit.s10(number.substring(2, 10)))
                            : new UnknownCountry(number.substring(11));
                case GS1_SSCC -> digit(number.charAt(17), CheckDigit.gs1(number.substring(0, 17)));
            };
        }

        private NumberCheck digit(char given, int expected) {
            return given - '0' == expected ? new Sound(this) : new WrongDigit(this, expected);
        }
    }

    /** Checks a trimmed, upper-case number. */
    static NumberCheck of(String number) {
        for (Standard standard : Standard.values()) {
            if (standard.shape.test(number)) {
                return standard.check(number);
            }
        }
        return new Unchecked();
    }

    /** Whether it has the shape of ours, whatever its check digit. */
    static boolean isOurs(String number) {
        return Standard.OURS.shape.test(number);
    }
}
