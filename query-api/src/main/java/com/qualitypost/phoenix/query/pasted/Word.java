package com.qualitypost.phoenix.query.pasted;

import com.qualitypost.phoenix.vocabulary.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Letters and digits without anything between them.
 *
 * @param before the text between it and the previous word
 * @param text in capitals; empty at the end of a line, where only {@code before} is left
 */
record Word(String before, String text) {
    /** What people put between the groups of one number. */
    private static final String BETWEEN_GROUPS = " .-_";

    private static final String END_OF_SENTENCE = ". ";

    /** Prepares a line: plain text in capitals, with a hyphen for every dash. */
    static String line(String text) {
        return PlainText.withHyphens(PlainText.of(text).toUpperCase(Locale.ROOT));
    }

    /** The words of a line, and the end of it. */
    static List<Word> of(String line) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            int start = skip(line, at, false);
            int end = skip(line, start, true);
            words.add(new Word(line.substring(at, start), line.substring(start, end)));
            at = end;
        }
        if (words.isEmpty() || !words.getLast().text().isEmpty()) {
            words.add(new Word("", ""));
        }
        return words;
    }

    private static int skip(String line, int from, boolean letters) {
        int at = from;
        while (at < line.length() && Character.isLetterOrDigit(line.codePointAt(at)) == letters) {
            at += Character.charCount(line.codePointAt(at));
        }
        return at;
    }

    /** Whether it may continue the number that the previous word began, if its shape shows that it does. */
    boolean continues() {
        return !before.isEmpty() && before.chars().allMatch(character -> BETWEEN_GROUPS.indexOf(character) >= 0);
    }

    /** The same for a number of unknown shape. */
    boolean mayContinue() {
        return continues() && !before.contains(END_OF_SENTENCE);
    }

    boolean isAfterBlank() {
        return before.indexOf(' ') >= 0;
    }

    boolean isOfDigits() {
        return !text.isEmpty() && digits() == length();
    }

    boolean isOfLetters() {
        return !text.isEmpty() && text.codePoints().allMatch(Character::isLetter);
    }

    boolean hasDigit() {
        return digits() > 0;
    }

    int digits() {
        return digits(text);
    }

    static int digits(String text) {
        return (int) text.chars().filter(Word::isDigit).count();
    }

    boolean isAscii() {
        return text.chars().allMatch(character -> character < 0x80);
    }

    int length() {
        return text.length();
    }

    /** The form that is looked up in lists of words. */
    String plain() {
        return PlainText.withoutAccents(text);
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
