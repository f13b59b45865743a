package com.qualitypost.phoenix.vocabulary;

import java.text.Bidi;
import java.text.Normalizer;

/** Prepares text that people paste, scan or import, for comparison and for display. */
public final class PlainText {
    /** Isolates text that is written from right to left, so that it does not reverse its surroundings (UAX 9). */
    private static final char ISOLATE = '\u2068';

    private static final char END_OF_ISOLATE = '\u2069';

    private PlainText() {}

    /**
     * For comparison: in Unicode's NFKC, without invisible characters, and with a space for every blank and control
     * character, but none at the ends.
     */
    public static String of(String entered) {
        if (isPlain(entered)) {
            return entered;
        }
        StringBuilder plain = new StringBuilder(entered.length());
        Normalizer.normalize(entered, Normalizer.Form.NFKC)
                .codePoints()
                .filter(character -> !isInvisible(character))
                .map(character -> isBlank(character) ? ' ' : character)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    /**
     * For display among other text, whoever wrote it: on one line, without control characters and without those that
     * change the direction of reading, and isolated if it is written from right to left.
     */
    public static String shown(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .filter(character -> !isInvisible(character))
                .map(character -> isBlank(character) ? ' ' : character)
                .map(character -> Character.getType(character) == Character.SURROGATE ? '\uFFFD' : character)
                .forEach(shown::appendCodePoint);
        String line = shown.toString().strip();
        return Bidi.requiresBidi(line.toCharArray(), 0, line.length()) ? ISOLATE + line + END_OF_ISOLATE : line;
    }

    /** As it was written, without blanks and invisible characters at its ends. */
    public static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isNothing(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (from < to && isNothing(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    private static boolean isNothing(int character) {
        return isBlank(character) || isInvisible(character);
    }

    /** Word processors turn hyphens into dashes of all lengths. */
    public static String withHyphens(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> Character.getType(character) == Character.DASH_PUNCTUATION || character == 0x2212
                        ? '-'
                        : character)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** For comparing words that people write with or without accents. */
    public static String withoutAccents(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(character -> Character.getType(character) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Nearly all text is plain, and needs no work. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(character -> character > ' ' && character < 0x7F);
    }

    /**
     * Whatever separates words, including a no-break space, and control characters, which are never part of a word.
     */
    private static boolean isBlank(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL -> true;
            default -> character == 0x2800; // Braille without a dot.
        };
    }

    /** Format characters, and others that Unicode wants ignored where they cannot be shown. */
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT
                || character == 0x034F // joins graphemes
                || character == 0x115F // fillers of Hangul and Khmer
                || character == 0x1160
                || character == 0x3164
                || character == 0xFFA0
                || character == 0x17B4
                || character == 0x17B5
                || character >= 0x180B && character <= 0x180F // variation selectors
                || character >= 0xFE00 && character <= 0xFE0F
                || character >= 0xE0000 && character <= 0xE0FFF;
    }
}
