package com.qualitypost.phoenix.vocabulary;

import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import java.util.regex.Pattern;

/** What the standard that a number's shape points to says of it. Only ours are refused for it: of foreign ones it is advice. */
public sealed interface NumberCheck {
    /** As its standard wants it. */
    record Sound(Standard standard) implements NumberCheck {}

    record WrongDigit(Standard standard, int expected) implements NumberCheck {}

    /** S10 with a country that ISO 3166-1 does not have. */
    record UnknownCountry(String country) implements NumberCheck {}

    /** Of no shape that we know. */
    record Unchecked() implements NumberCheck {}

    /** The standards whose numbers we recognise; the first that fits counts. */
    enum Standard {
        /** UPU S10 with the service indicator and the country of our domestic parcels. */
        OURS("PQ[0-9]{9}MX"),
        UPU_S10("[A-Z]{2}[0-9]{9}[A-Z]{2}"),
        GS1_SSCC("[0-9]{18}");

        private static final Set<String> COUNTRIES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);

        private final Pattern shape;

        Standard(String shape) {
            this.shape = Pattern.compile(shape);
        }

        private boolean fits(String number) {
            return shape.matcher(number).matches();
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

    /** Checks what is trimmed and upper-case. */
    static NumberCheck of(String number) {
        for (Standard standard : Standard.values()) {
            if (standard.fits(number)) {
                return standard.check(number);
            }
        }
        return new Unchecked();
    }
}
