package com.qualitypost.phoenix.vocabulary;

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
    private static final Pattern OURS = Pattern.compile("PQ[0-9]{9}MX");
    private static final int[] S10_WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

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
        if (OURS.matcher(value).matches()) {
            int expected = s10CheckDigit(value.substring(2, 10));
            if (value.charAt(10) - '0' != expected) {
                return new Reading.WrongCheckDigit(value, expected);
            }
        }
        return new Reading.Valid(new TrackingNumber(value));
    }

    /** Our number with this serial, 0 to 99,999,999. */
    public static TrackingNumber ours(int serial) {
        String digits = String.format(Locale.ROOT, "%08d", serial);
        return new TrackingNumber("PQ" + digits + s10CheckDigit(digits) + "MX");
    }

    /** The check digit of UPU standard S10 for eight digits. */
    public static int s10CheckDigit(String eightDigits) {
        int sum = 0;
        for (int i = 0; i < S10_WEIGHTS.length; i++) {
            sum += S10_WEIGHTS[i] * (eightDigits.charAt(i) - '0');
        }
        int digit = 11 - sum % 11;
        return digit == 10 ? 0 : digit == 11 ? 5 : digit;
    }

    @Override
    public String toString() {
        return value;
    }
}
