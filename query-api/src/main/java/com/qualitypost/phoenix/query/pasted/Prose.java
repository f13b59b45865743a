package com.qualitypost.phoenix.query.pasted;

import java.util.Arrays;
import java.util.List;

/** Tells which words of a line belong to a language, a date or a time, and so end a number in groups. */
final class Prose {
    /**
     * A word in Spanish and English, but also a letter of 1A31935802186: the latter if it is not surrounded by words
     * and enough digits follow.
     */
    private static final String LETTER_OR_WORD = "A";

    private static final int LEAST_DIGITS_WITH_LETTER = 9;

    private static final int MOST_DIGITS_BEFORE_LETTER = 1;

    /** Hours and minutes, day, month and year. */
    private static final int LONGEST_IN_MOMENT = 4;

    private final List<Word> words;
    private final boolean[] spoken;
    private final boolean isBare;

    Prose(List<Word> words) {
        this.words = words;
        spoken = new boolean[words.size()];
        findWords();
        findMoments();
        if (beginsNumber()) {
            spoken[0] = false;
        }
        isBare = isBare();
    }

    /** @param isInside whether groups of a number come before it */
    boolean isSpoken(int at, boolean isInside) {
        boolean isLetter = isBare
                && isInside
                && words.get(at).mayContinue()
                && words.get(at).text().equals(LETTER_OR_WORD);
        return spoken[at] && !isLetter;
    }

    /** Hyphens tie letters to digits, as in MX-0001-ABCD. */
    private void findWords() {
        int first = 0;
        for (int next = 1; next <= words.size(); next++) {
            if (next == words.size() || !words.get(next).before().equals("-")) {
                boolean tied = words.subList(first, next).stream().anyMatch(Word::hasDigit);
                for (int at = first; at < next; at++) {
                    spoken[at] = Spoken.is(words.get(at), tied);
                }
                first = next;
            }
        }
    }

    /** 18:30, 25/12/2026, 25-12-2026 and 25.12.2026. */
    private void findMoments() {
        for (int at = 1; at < words.size(); at++) {
            String between = words.get(at).before();
            if ((between.equals(":") || between.equals("/")) && isOfMoment(at - 1) && isOfMoment(at)) {
                Arrays.fill(spoken, at - 1, at + 1, true);
            }
            if (at + 2 < words.size() && isDate(at - 1)) {
                Arrays.fill(spoken, at - 1, at + 2, true);
            }
        }
    }

    private boolean isOfMoment(int at) {
        return words.get(at).isOfDigits() && words.get(at).length() <= LONGEST_IN_MOMENT;
    }

    /** Three words that belong together, and to no other. */
    private boolean isDate(int at) {
        String between = words.get(at + 1).before();
        List<Word> date = words.subList(at, at + 3);
        return (between.equals("-") || between.equals("."))
                && between.equals(words.get(at + 2).before())
                && !between.equals(words.get(at).before())
                && !between.equals(
                        words.get(at + 3 < words.size() ? at + 3 : at).before())
                && date.stream().allMatch(word -> word.isOfDigits())
                && date.stream().anyMatch(word -> word.length() == LONGEST_IN_MOMENT)
                && DigitGroups.isDate(date.stream().map(Word::text).toList());
    }

    /** LAXA 1234 5678 9012: letters followed only by digits that are neither a telephone number nor a date. */
    private boolean beginsNumber() {
        List<String> digits = digitsFrom(1);
        return Spoken.mayBegin(words.getFirst())
                && digits.size() == words.size() - (words.getLast().text().isEmpty() ? 2 : 1)
                && digits.stream().mapToInt(String::length).sum() >= LEAST_DIGITS_WITH_LETTER
                && words.subList(1, digits.size() + 1).stream().allMatch(Word::mayContinue)
                && !DigitGroups.explain(digits);
    }

    /** Digits without an ordinary word, unless a single letter near the beginning is one. */
    private boolean isBare() {
        int letters = 0;
        int digits = 0;
        for (int i = 0; i < words.size(); i++) {
            digits += words.get(i).digits();
            if (words.get(i).text().equals(LETTER_OR_WORD)) {
                letters += digits > MOST_DIGITS_BEFORE_LETTER || DigitGroups.explain(digitsFrom(i + 1)) ? 2 : 1;
            } else if (spoken[i]) {
                return false;
            }
        }
        return letters <= 1 && digits >= LEAST_DIGITS_WITH_LETTER;
    }

    private List<String> digitsFrom(int from) {
        return words.stream()
                .skip(from)
                .takeWhile(Word::isOfDigits)
                .map(Word::text)
                .toList();
    }
}
