package com.qualitypost.phoenix.query.pasted;

import com.qualitypost.phoenix.query.pasted.Findings.Found;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The text between two line breaks, commas or semicolons. Numbers of an unmistakable shape are taken out first. The
 * rest is split at ordinary words; what is between them is a number in groups, or a figure.
 */
final class Line {
    private static final int SHORTEST = 8;

    /** Words that are each long enough for a number are groups of one only if the whole is no longer than this. */
    private static final int LONGEST_OF_LONG_GROUPS = 20;

    /** Fewer digits among letters and blanks are a place, a size or an address. */
    private static final int LEAST_DIGITS_IN_GROUPS = 7;

    /** As in 1Z and 4PX. */
    private static final int MOST_DIGITS_BEFORE_LETTERS = 3;

    private final List<Word> words;
    private final Prose prose;
    private final Findings findings;
    private final Digits digits;

    Line(String text) {
        words = Word.of(text);
        prose = new Prose(words);
        findings = new Findings(words);
        digits = new Digits(words, findings);
        findShapes();
        findBetweenWords();
    }

    /** In the order of the text. */
    List<Found> found() {
        return findings.found();
    }

    /** Whether it contains only numbers. */
    boolean isOfNumbers() {
        return findings.areAll();
    }

    private void findShapes() {
        for (int from = 0; from < words.size(); from++) {
            StringBuilder joined = new StringBuilder();
            for (int to = from;
                    to < words.size() && (to == from || words.get(to).continues());
                    to++) {
                joined.append(words.get(to).text());
                if (Shape.isOf(words.subList(from, to + 1), joined.toString())) {
                    findings.take(from, to + 1, joined.toString(), false);
                    from = to;
                    break;
                }
                if (joined.length() >= Shape.LONGEST) {
                    break;
                }
            }
        }
    }

    private void findBetweenWords() {
        int from = 0;
        for (int at = 0; at < words.size(); at++) {
            boolean isEnd = findings.isTaken(at) || words.get(at).text().isEmpty() || prose.isSpoken(at, at > from);
            if (isEnd || !words.get(at).mayContinue()) {
                read(from, at);
                from = isEnd ? at + 1 : at;
            }
        }
    }

    private void read(int from, int to) {
        if (from < to) {
            if (words.subList(from, to).stream().allMatch(Word::isOfDigits)) {
                digits.read(from, to);
            } else {
                readGroups(from, to);
            }
        }
    }

    /** Letters and digits: one number in groups, or several numbers with blanks between them. */
    private void readGroups(int from, int to) {
        List<Integer> ends = endsOfUnits(from, to);
        String joined = findings.joined(from, to);
        if (ends.size() == 1) {
            if (!DigitGroups.isMoment(joined)) {
                findings.take(from, to, findings.number(from, to), false);
            }
            return;
        }
        OptionalInt next = ends.stream()
                .mapToInt(Integer::intValue)
                .filter(end -> end < to && isBetweenNumbers(from, end, to))
                .findFirst();
        if (next.isPresent()) {
            read(from, next.getAsInt());
            read(next.getAsInt(), to);
        } else if (isInGroups(joined) && !areNumbersEach(from, ends, joined.length())) {
            findings.take(from, to, joined, false);
        } else {
            int start = from;
            for (int end : ends) {
                read(start, end);
                start = end;
            }
        }
    }

    /** Letters begin another number, unless they end the one before them. */
    private boolean isBetweenNumbers(int from, int at, int to) {
        String before = findings.joined(from, at);
        String behind = findings.joined(at, to);
        boolean isNumberBehind = !Word.isDigit(behind.charAt(0)) && isLongGroup(behind);
        boolean isFigureBefore = Word.digits(before) == before.length() && before.length() > MOST_DIGITS_BEFORE_LETTERS;
        return isNumberBehind && (isFigureBefore || isLongGroup(before));
    }

    private static boolean isLongGroup(String joined) {
        return joined.length() >= SHORTEST && isInGroups(joined);
    }

    /** A unit contains no blanks. */
    private List<Integer> endsOfUnits(int from, int to) {
        List<Integer> ends = new ArrayList<>();
        for (int at = from + 1; at < to; at++) {
            if (words.get(at).isAfterBlank()) {
                ends.add(at);
            }
        }
        ends.add(to);
        return ends;
    }

    private static boolean isInGroups(String joined) {
        int digits = Word.digits(joined);
        return digits >= LEAST_DIGITS_IN_GROUPS
                && joined.length() <= 2 * digits
                && joined.length() <= TrackingNumber.LONGEST;
    }

    private boolean areNumbersEach(int from, List<Integer> ends, int length) {
        boolean mayBeOne = length <= LONGEST_OF_LONG_GROUPS;
        int start = from;
        int numbers = 0;
        for (int end : ends) {
            String unit = findings.joined(start, end);
            start = end;
            if (Word.digits(unit) > 0) {
                if (unit.length() < SHORTEST) {
                    return false;
                }
                mayBeOne &= numbers++ == 0 || Word.digits(unit) == unit.length();
            }
        }
        return numbers > 1 && !mayBeOne;
    }
}
