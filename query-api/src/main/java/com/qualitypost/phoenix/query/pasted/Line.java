package com.qualitypost.phoenix.query.pasted;

import static java.util.stream.Collectors.joining;

import com.qualitypost.phoenix.vocabulary.NumberCheck;
import com.qualitypost.phoenix.vocabulary.NumberCheck.Sound;
import com.qualitypost.phoenix.vocabulary.ScanId;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The text between two line breaks, commas or semicolons. Numbers of an unmistakable shape are taken out first. The
 * rest is split at ordinary words; what is between them is a number in groups, or a figure.
 */
final class Line {
    private static final int SHORTEST = 8;

    /** Fewer digits are a date, a sum, a telephone number or an order. */
    private static final int SHORTEST_OF_DIGITS = 12;

    /** Two numbers of the shortest length, with digits only. */
    private static final int SHORTEST_OF_SEVERAL = 10;

    /** Words that are each long enough for a number are groups of one only if the whole is no longer than this. */
    private static final int LONGEST_OF_LONG_GROUPS = 20;

    /** Fewer digits among letters and blanks are a place, a size or an address. */
    private static final int LEAST_DIGITS_IN_GROUPS = 7;

    /** As in 1Z and 4PX. */
    private static final int MOST_DIGITS_BEFORE_LETTERS = 3;

    private final List<Word> words;
    private final Prose prose;
    private final boolean[] taken;
    private final TreeMap<Integer, Found> found = new TreeMap<>();

    /**
     * @param isFigure eight to eleven digits, or a telephone number: it counts as a number only if there is nothing
     *     else but numbers
     */
    record Found(String number, boolean isFigure) {}

    Line(String text) {
        words = Word.of(text);
        prose = new Prose(words);
        taken = new boolean[words.size()];
        findShapes();
        findBetweenWords();
    }

    /** In the order of the text. */
    List<Found> found() {
        return List.copyOf(found.values());
    }

    /** Whether it contains only numbers. */
    boolean isOfNumbers() {
        for (int i = 0; i < words.size() - 1; i++) {
            if (!taken[i]) {
                return false;
            }
        }
        return !found.isEmpty();
    }

    private void findShapes() {
        for (int from = 0; from < words.size(); from++) {
            StringBuilder joined = new StringBuilder();
            for (int to = from;
                    to < words.size() && (to == from || words.get(to).continues());
                    to++) {
                joined.append(words.get(to).text());
                if (Shape.isOf(words.subList(from, to + 1), joined.toString())) {
                    take(from, to + 1, joined.toString(), false);
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
            boolean isEnd = taken[at] || words.get(at).text().isEmpty() || prose.isSpoken(at, at > from);
            if (isEnd || !words.get(at).mayContinue()) {
                read(from, at);
                from = isEnd ? at + 1 : at;
            }
        }
    }

    private void read(int from, int to) {
        if (from < to) {
            if (words.subList(from, to).stream().allMatch(Word::isOfDigits)) {
                readDigits(from, to);
            } else {
                readGroups(from, to);
            }
        }
    }

    /** Letters and digits: one number in groups, or several numbers with blanks between them. */
    private void readGroups(int from, int to) {
        List<Integer> ends = endsOfUnits(from, to);
        String joined = joined(from, to);
        if (ends.size() == 1) {
            if (!DigitGroups.isMoment(joined)) {
                take(from, to, hyphensMayBeItsOwn(from, to) ? hyphenated(from, to) : joined, false);
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
            take(from, to, joined, false);
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
        String before = joined(from, at);
        String behind = joined(at, to);
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
            String unit = joined(start, end);
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

    /** Only digits: a number if there are enough of them and they are nothing else. */
    private void readDigits(int from, int to) {
        int start = from + otherFigures(from, to);
        boolean isSum = isSumBefore(to);
        if (start >= to || isSum && words.get(start).length() < SHORTEST_OF_DIGITS) {
            return;
        }
        int end = isSum ? start + 1 : to;
        if (words.subList(start, end).stream().allMatch(word -> word.length() >= SHORTEST_OF_SEVERAL)) {
            for (int at = start; at < end; at++) {
                takeDigits(at, at + 1);
            }
        } else {
            takeDigits(start, end);
        }
    }

    private void takeDigits(int from, int to) {
        String joined = joined(from, to);
        List<String> groups = words.subList(from, to).stream().map(Word::text).toList();
        boolean isLong = joined.length() >= SHORTEST_OF_DIGITS;
        boolean isWaybill = Shape.isWaybill(groups);
        boolean isCalledNumber = isWaybill || isAnnounced(from, Spoken::isOfNumber);
        if (DigitGroups.isMoment(joined) || isLong && groups.size() > 1 && DigitGroups.explain(groups)) {
            return;
        }
        boolean mayBePhone = groups.size() == 1 && DigitGroups.isPhoneWithCountry(joined);
        if (isLong && !mayBePhone || isCalledNumber) {
            take(
                    from,
                    to,
                    (isLong || isWaybill) && hyphensMayBeItsOwn(from, to) ? hyphenated(from, to) : joined,
                    false);
        } else if (groups.size() == 1) {
            take(from, to, joined, true);
        }
    }

    /** How many words from here on form a sum or a telephone number. */
    private int otherFigures(int from, int to) {
        List<Word> groups = words.subList(from, to);
        String before = groups.getFirst().before();
        if (DigitGroups.endsWithCurrency(before) || isAnnounced(from, Spoken::isOfMoney)) {
            return DigitGroups.ofMoney(groups);
        }
        boolean isPhone = before.endsWith("+") || before.endsWith("+(") || isAnnounced(from, Spoken::isOfPhone);
        return isPhone ? DigitGroups.ofPhone(groups) : 0;
    }

    private boolean isSumBefore(int at) {
        Word next = words.get(at);
        return DigitGroups.beginsWithCurrency(next.before()) || next.continues() && Spoken.isCurrency(next);
    }

    /** Whether such a word comes before it, directly or with words in between that only lead to it. */
    private boolean isAnnounced(int at, Predicate<Word> by) {
        int before = at - 1;
        while (before >= 0 && !taken[before] && Spoken.isBetween(words.get(before))) {
            before--;
        }
        return before >= 0 && !taken[before] && by.test(words.get(before));
    }

    private void take(int from, int to, String number, boolean isFigure) {
        if (!(TrackingNumber.read(number) instanceof Reading.Malformed)
                && ScanId.read(number).isEmpty()) {
            Arrays.fill(taken, from, to, true);
            found.put(from, new Found(number, isFigure));
        }
    }

    private boolean hyphensMayBeItsOwn(int from, int to) {
        return isHyphenated(from, to) && !(NumberCheck.of(joined(from, to)) instanceof Sound);
    }

    private boolean isHyphenated(int from, int to) {
        return words.subList(from + 1, to).stream()
                .allMatch(word -> word.before().equals("-"));
    }

    private String hyphenated(int from, int to) {
        return words.subList(from, to).stream().map(Word::text).collect(joining("-"));
    }

    private String joined(int from, int to) {
        return words.subList(from, to).stream().map(Word::text).collect(joining());
    }
}
