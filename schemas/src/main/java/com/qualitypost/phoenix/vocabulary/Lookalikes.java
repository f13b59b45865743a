package com.qualitypost.phoenix.vocabulary;

import com.qualitypost.phoenix.vocabulary.NumberCheck.Sound;
import java.util.Optional;

/**
 * Corrects letters typed for digits and digits typed for letters: an O for a zero is the most common mistake in a typed
 * number.
 */
final class Lookalikes {
    private static final String LETTERS = "OQILZSGB";
    private static final String DIGITS = "00112568";

    private static final int S10_LENGTH = 13;
    private static final int SSCC_LENGTH = 18;

    private Lookalikes() {}

    /** The intended number, if it is of a kind with a check digit that is right; empty if nothing was mistaken. */
    static Optional<String> meant(String number) {
        String meant = switch (number.length()) {
            case S10_LENGTH -> s10(number);
            case SSCC_LENGTH -> digits(number);
            default -> number;
        };
        return !meant.equals(number) && NumberCheck.of(meant) instanceof Sound ? Optional.of(meant) : Optional.empty();
    }

    /** Nobody mistakes more than one of the letters for a digit: those are other numbers. */
    private static String s10(String number) {
        String ends = number.substring(0, 2) + number.substring(11);
        if (ends.chars().filter(Ascii::isDigit).count() > 1) {
            return number;
        }
        String letters = letters(ends);
        return letters.substring(0, 2) + digits(number.substring(2, 11)) + letters.substring(2);
    }

    private static String digits(String text) {
        return exchanged(text, LETTERS, DIGITS);
    }

    private static String letters(String text) {
        return exchanged(text, DIGITS, LETTERS);
    }

    private static String exchanged(String text, String from, String to) {
        StringBuilder exchanged = new StringBuilder(text);
        for (int i = 0; i < exchanged.length(); i++) {
            int at = from.indexOf(exchanged.charAt(i));
            if (at >= 0) {
                exchanged.setCharAt(i, to.charAt(at));
            }
        }
        return exchanged.toString();
    }
}
