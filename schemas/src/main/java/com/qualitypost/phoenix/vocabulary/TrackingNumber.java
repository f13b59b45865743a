package com.qualitypost.phoenix.vocabulary;

import com.qualitypost.phoenix.vocabulary.NumberCheck.Sound;
import com.qualitypost.phoenix.vocabulary.NumberCheck.Standard;
import com.qualitypost.phoenix.vocabulary.NumberCheck.Unchecked;
import com.qualitypost.phoenix.vocabulary.NumberCheck.UnknownCountry;
import com.qualitypost.phoenix.vocabulary.NumberCheck.WrongDigit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A tracking number as it is stored and compared: trimmed, upper-case.
 *
 * <p>Ours look like UPU S10 with the domestic service indicator {@code PQ} and the country {@code MX}, and their check
 * digit must be right. Foreign numbers (8 to 35 of A-Z, 0-9 and -) are taken as they come, checked or not.
 */
public record TrackingNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9-]{8,35}");
    private static final Pattern FOR_TESTS = Pattern.compile("PQ99[0-9]{7}MX");

    /** What reading a number gave. */
    public sealed interface Reading {
        /** A number to go on with. */
        record Valid(TrackingNumber number) implements Reading {}

        /** Not a tracking number: wrong length or characters. */
        record Malformed(String entered) implements Reading {}

        /** One of ours with a wrong check digit, most likely mistyped. */
        record WrongCheckDigit(String entered, int expected) implements Reading {}
    }

    /** Reads what a person or a device entered; surrounding blanks and lower case are forgiven. */
    public static Reading read(String entered) {
        String value = entered.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            return new Reading.Malformed(value);
        }
        return switch (NumberCheck.of(value)) {
            case WrongDigit(Standard standard, int expected)
            when standard == Standard.OURS -> new Reading.WrongCheckDigit(value, expected);
            case Sound _, WrongDigit _, UnknownCountry _, Unchecked _ -> new Reading.Valid(new TrackingNumber(value));
        };
    }

    /** Our number with this serial, 0 to 99,999,999. */
    public static TrackingNumber ours(int serial) {
        String digits = String.format(Locale.ROOT, "%08d", serial);
        return new TrackingNumber("PQ" + digits + CheckDigit.s10(digits) + "MX");
    }

    /** Whether only the sandbox may report on it: ours with the serials from 99,000,000 on, which no parcel carries. */
    public boolean isForTests() {
        return FOR_TESTS.matcher(value).matches();
    }

    /** What speaks for or against it; a foreign number that is odd may still be a parcel. */
    public NumberCheck check() {
        return NumberCheck.of(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
