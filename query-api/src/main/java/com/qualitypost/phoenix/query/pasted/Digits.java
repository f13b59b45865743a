package com.qualitypost.phoenix.query.pasted;

import java.util.List;
import java.util.function.Predicate;

/** Decides what words of digits only are: a number, a figure that may be one, or a date, a sum, a telephone number. */
final class Digits {
    /** Fewer digits are a date, a sum, a telephone number or an order. */
    private static final int SHORTEST_OF_DIGITS = 12;

    /** Two numbers of the shortest length, with digits only. */
    private static final int SHORTEST_OF_SEVERAL = 10;

    private final List<Word> words;
    private final Findings findings;

    Digits(List<Word> words, Findings findings) {
        this.words = words;
        this.findings = findings;
    }

    /** A number if there are enough of them and they are nothing else. */
    void read(int from, int to) {
        int start = from + otherFigures(from, to);
        boolean isSum = isSumBefore(to);
        if (start >= to || isSum && words.get(start).length() < SHORTEST_OF_DIGITS) {
            return;
        }
        int end = isSum ? start + 1 : to;
        if (words.subList(start, end).stream().allMatch(word -> word.length() >= SHORTEST_OF_SEVERAL)) {
            for (int at = start; at < end; at++) {
                take(at, at + 1);
            }
        } else {
            take(start, end);
        }
    }

    private void take(int from, int to) {
        String joined = findings.joined(from, to);
        List<String> groups = words.subList(from, to).stream().map(Word::text).toList();
        boolean isLong = joined.length() >= SHORTEST_OF_DIGITS;
        boolean isWaybill = Shape.isWaybill(groups);
        boolean isCalledNumber = isWaybill || isAnnounced(from, Spoken::isOfNumber);
        if (DigitGroups.isMoment(joined) || isLong && groups.size() > 1 && DigitGroups.explain(groups)) {
            return;
        }
        boolean mayBePhone = groups.size() == 1 && DigitGroups.isPhoneWithCountry(joined);
        if (isLong && !mayBePhone || isCalledNumber) {
            findings.take(from, to, isLong || isWaybill ? findings.number(from, to) : joined, false);
        } else if (groups.size() == 1) {
            findings.take(from, to, joined, true);
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
        while (before >= 0 && !findings.isTaken(before) && Spoken.isBetween(words.get(before))) {
            before--;
        }
        return before >= 0 && !findings.isTaken(before) && by.test(words.get(before));
    }
}
