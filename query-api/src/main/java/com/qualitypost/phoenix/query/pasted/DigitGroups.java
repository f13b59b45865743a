package com.qualitypost.phoenix.query.pasted;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Recognises groups of digits that are not a parcel's number: dates, times, telephone numbers and sums of money. */
final class DigitGroups {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2099;

    /** Country codes and prefixes that are dialled before a ten-digit Mexican number. */
    private static final Set<String> DIALLED = Set.of("1", "52", "521", "052", "0052", "01", "001", "044", "045");

    private static final int DATE_DIGITS = 8;
    private static final int PHONE_DIGITS = 10;

    /** ITU-T E.164. */
    private static final int LONGEST_PHONE = 15;

    private static final String CURRENCIES = "$€£¥¢";

    private DigitGroups() {}

    /** Whether they are only dates and times, followed by at most one telephone number. */
    static boolean explain(List<String> groups) {
        if (groups.isEmpty()) {
            return true;
        }
        if (isPhone(groups)) {
            return true;
        }
        for (int length = Math.min(3, groups.size()); length > 0; length--) {
            if (isDateOrTime(groups.subList(0, length)) && explain(groups.subList(length, groups.size()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDate(String digits) {
        return digits.length() == DATE_DIGITS
                && digits.chars().allMatch(Character::isDigit)
                && (isDate(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6))
                        || isDate(digits.substring(4), digits.substring(2, 4), digits.substring(0, 2))
                        || isDate(digits.substring(4), digits.substring(0, 2), digits.substring(2, 4)));
    }

    /** A date with or without a time, and nothing between its parts: 23112026, 20261123T0959, 20261123095958. */
    static boolean isMoment(String text) {
        if (text.length() < DATE_DIGITS || !isDate(text.substring(0, DATE_DIGITS))) {
            return false;
        }
        String time = text.substring(DATE_DIGITS);
        return time.isEmpty()
                || time.startsWith("T")
                || time.length() == 6 && isTime(time.substring(0, 2), time.substring(2, 4));
    }

    /** How many of the words form a sum that follows a currency sign or a word for money. */
    static int ofMoney(List<Word> words) {
        int length = 1;
        while (length < words.size() && words.get(length).length() == 3) {
            length++;
        }
        boolean hasCents = length < words.size()
                && words.get(length).length() <= 2
                && ".".equals(words.get(length).before());
        return hasCents ? length + 1 : length;
    }

    /** How many of the words form a telephone number that the words before them announce. */
    static int ofPhone(List<Word> words) {
        int length = 0;
        int digits = 0;
        while (length < words.size() && digits + words.get(length).length() <= LONGEST_PHONE && digits < PHONE_DIGITS) {
            digits += words.get(length++).length();
        }
        return Math.max(length, 1);
    }

    static boolean endsWithCurrency(String before) {
        String last = before.stripTrailing();
        return !last.isEmpty() && CURRENCIES.indexOf(last.charAt(last.length() - 1)) >= 0;
    }

    static boolean beginsWithCurrency(String behind) {
        String first = behind.stripLeading();
        return !first.isEmpty() && CURRENCIES.indexOf(first.charAt(0)) >= 0;
    }

    private static boolean isDateOrTime(List<String> groups) {
        return switch (groups.size()) {
            case 1 -> isDate(groups.getFirst()) || isYear(groups.getFirst());
            case 2 -> isTime(groups.get(0), groups.get(1)) || isYear(groups.get(1)) && isBetween(groups.get(0), 1, 31);
            default -> isDate(groups) || isTime(groups.get(0), groups.get(1)) && isBetween(groups.get(2), 0, 59);
        };
    }

    static boolean isDate(List<String> groups) {
        String first = groups.get(0);
        String second = groups.get(1);
        String third = groups.get(2);
        String year = third.length() == 2 ? "20" + third : third;
        return isDate(first, second, third) || isDate(year, second, first) || isDate(year, first, second);
    }

    private static boolean isDate(String year, String month, String day) {
        if (!isYear(year) || month.length() > 2 || day.length() > 2) {
            return false;
        }
        try {
            LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static boolean isTime(String hour, String minute) {
        return isBetween(hour, 0, 24) && minute.length() == 2 && isBetween(minute, 0, 59);
    }

    /** Digits in one piece that begin with Mexico's code: 525512345678, 5215512345678. */
    static boolean isPhoneWithCountry(String digits) {
        int code = digits.startsWith("521") && digits.length() == 3 + PHONE_DIGITS ? 3 : 2;
        return digits.startsWith("52") && digits.length() == code + PHONE_DIGITS && digits.charAt(code) > '1';
    }

    private static boolean isPhone(List<String> groups) {
        int dialled = DIALLED.contains(groups.getFirst()) ? groups.size() > 1 && "1".equals(groups.get(1)) ? 2 : 1 : 0;
        List<String> rest = groups.subList(dialled, groups.size());
        int digits = rest.stream().mapToInt(String::length).sum();
        return digits == PHONE_DIGITS && rest.stream().allMatch(group -> group.length() > 1);
    }

    private static boolean isYear(String digits) {
        return digits.length() == 4 && isBetween(digits, FIRST_YEAR, LAST_YEAR);
    }

    private static boolean isBetween(String digits, int least, int most) {
        return digits.length() <= 4 && Integer.parseInt(digits) >= least && Integer.parseInt(digits) <= most;
    }
}
