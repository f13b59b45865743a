package com.qualitypost.phoenix.vocabulary;

import com.qualitypost.phoenix.vocabulary.NumberCheck.Sound;
import com.qualitypost.phoenix.vocabulary.NumberCheck.Standard;
import com.qualitypost.phoenix.vocabulary.NumberCheck.Unchecked;
import com.qualitypost.phoenix.vocabulary.NumberCheck.UnknownCountry;
import com.qualitypost.phoenix.vocabulary.NumberCheck.WrongDigit;
import java.util.Locale;
import java.util.Optional;

/**
 * A tracking number as it is stored and compared: trimmed, upper-case, without what scanners and labels put around it.
 * <p>Ours look like UPU S10 with the domestic service indicator {@code PQ} and the country {@code MX}, and their check
 * digit must be right. Foreign numbers (8 to 48 of A-Z and 0-9 with at least one digit, and single hyphens inside) are
 * accepted as they come, checked or not.
 */
public record TrackingNumber(String value) {
    /** As many as GS1 allows in a barcode. */
    public static final int LONGEST = 48;

    /** What numbers for tests begin with: ours with serials from 99,000,000 on. */
    public static final String FOR_TESTS = "PQ99";

    private static final int SHORTEST = 8;

    /** Including everything that may surround a number. */
    private static final int LONGEST_ENTERED = 256;

    /** The result of reading a number. */
    public sealed interface Reading {
        /** A usable number. */
        record Valid(TrackingNumber number) implements Reading {}

        /** Not a tracking number: wrong length or characters. The text is safe to show here. */
        record Malformed(String entered) implements Reading {}

        /** One of ours with a wrong check digit, most likely mistyped. */
        record WrongCheckDigit(String entered, int expected) implements Reading {}
    }

    /** Reads what a person, a scanner or a file provides. The only place where a number is normalised. */
    public static Reading read(String entered) {
        if (entered.length() > LONGEST_ENTERED) {
            return new Reading.Malformed(PlainText.shown(entered.substring(0, LONGEST_ENTERED)) + "…");
        }
        String value = Label.number(entered);
        if (!isNumber(value)) {
            return new Reading.Malformed(PlainText.shown(entered));
        }
        return switch (NumberCheck.of(value)) {
            case WrongDigit(Standard standard, int expected)
            when standard == Standard.OURS -> new Reading.WrongCheckDigit(value, expected);
            case Sound _, WrongDigit _, UnknownCountry _, Unchecked _ -> new Reading.Valid(new TrackingNumber(value));
        };
    }

    private static boolean isNumber(String value) {
        return value.length() >= SHORTEST
                && value.length() <= LONGEST
                && value.chars().allMatch(TrackingNumber::isOfNumbers)
                && value.chars().anyMatch(Ascii::isDigit)
                && !value.startsWith("-")
                && !value.endsWith("-")
                && !value.contains("--");
    }

    private static boolean isOfNumbers(int character) {
        return Ascii.isCapital(character) || Ascii.isDigit(character) || character == '-';
    }

    /** Our number with this serial, 0 to 99,999,999. */
    public static TrackingNumber ours(int serial) {
        String digits = String.format(Locale.ROOT, "%08d", serial);
        return new TrackingNumber("PQ" + digits + CheckDigit.s10(digits) + "MX");
    }

    /** Whether only the sandbox may report on it: ours with serials from 99,000,000 on, which no parcel carries. */
    public boolean isForTests() {
        return value.startsWith(FOR_TESTS) && NumberCheck.isOurs(value);
    }

    /**
     * The number that was most likely meant if letters were typed for the digits that they look like, or the other way
     * round; empty if nothing suggests that.
     */
    public Optional<TrackingNumber> meant() {
        return Lookalikes.meant(value).map(TrackingNumber::new);
    }

    /** The same without hyphens, which people also put between groups; empty if that is not another number. */
    public Optional<TrackingNumber> ungrouped() {
        return value.contains("-") && read(value.replace("-", "")) instanceof Reading.Valid(TrackingNumber number)
                ? Optional.of(number)
                : Optional.empty();
    }

    /** What speaks for or against it; an odd foreign number may still be a parcel's. */
    public NumberCheck check() {
        return NumberCheck.of(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
