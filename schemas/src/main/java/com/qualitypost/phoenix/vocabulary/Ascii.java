package com.qualitypost.phoenix.vocabulary;

/** Classifies the characters of numbers without regular expressions, because numbers come from outside. */
final class Ascii {
    private Ascii() {}

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    static boolean isCapital(int character) {
        return character >= 'A' && character <= 'Z';
    }

    /** Whether all characters from one position up to another are digits. */
    static boolean areDigits(String text, int from, int to) {
        return to <= text.length() && text.substring(from, to).chars().allMatch(Ascii::isDigit);
    }

    static boolean areCapitals(String text, int from, int to) {
        return to <= text.length() && text.substring(from, to).chars().allMatch(Ascii::isCapital);
    }

    /** Leaves other alphabets alone, where a letter may become two. */
    static String upperCase(String text) {
        StringBuilder upper = new StringBuilder(text);
        for (int i = 0; i < upper.length(); i++) {
            char character = upper.charAt(i);
            if (character >= 'a' && character <= 'z') {
                upper.setCharAt(i, (char) (character - 'a' + 'A'));
            }
        }
        return upper.toString();
    }
}
