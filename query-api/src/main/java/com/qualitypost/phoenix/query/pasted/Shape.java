package com.qualitypost.phoenix.query.pasted;

import com.qualitypost.phoenix.vocabulary.NumberCheck;
import com.qualitypost.phoenix.vocabulary.NumberCheck.Sound;
import com.qualitypost.phoenix.vocabulary.NumberCheck.Unchecked;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.util.List;

/** Recognises numbers of an unmistakable shape among any words, however they are grouped. */
final class Shape {
    static final int LONGEST = 18;

    private static final int S10_LENGTH = 13;
    private static final int LETTERS_AT_THE_ENDS = 2;
    private static final String UPS = "1Z";

    private Shape() {}

    /** Whether these words together have such a shape, possibly with a typing mistake that can be explained. */
    static boolean isOf(List<Word> words, String joined) {
        return switch (joined.length()) {
            case S10_LENGTH -> !(NumberCheck.of(joined) instanceof Unchecked) || isMistyped(words, joined);
            case LONGEST ->
                words.size() == 1 && NumberCheck.of(joined) instanceof Sound
                        || joined.startsWith(UPS)
                                && joined.substring(10).chars().allMatch(Character::isDigit);
            default -> false;
        };
    }

    /** An air waybill, as in 020-12345675: the airline, seven digits, and their remainder when divided by seven. */
    static boolean isWaybill(List<String> groups) {
        return groups.size() == 2
                && groups.getFirst().length() == 3
                && groups.getLast().length() == 8
                && Integer.parseInt(groups.getLast().substring(0, 7)) % 7
                        == groups.getLast().charAt(7) - '0';
    }

    /** Letters typed instead of digits; an ordinary word does not count. */
    private static boolean isMistyped(List<Word> words, String joined) {
        boolean isInLetters = joined.chars().limit(LETTERS_AT_THE_ENDS).noneMatch(Character::isDigit)
                && joined.chars().skip(S10_LENGTH - LETTERS_AT_THE_ENDS).noneMatch(Character::isDigit);
        if (!isInLetters) {
            return false;
        }
        int at = 0;
        for (Word word : words) {
            int end = at + word.length();
            if (isOfLanguage(word) && end > LETTERS_AT_THE_ENDS && at < S10_LENGTH - LETTERS_AT_THE_ENDS) {
                return false;
            }
            at = end;
        }
        return new TrackingNumber(joined).meant().isPresent();
    }

    private static boolean isOfLanguage(Word word) {
        return word.isOfLetters() && word.length() > 1 && !word.text().chars().allMatch(letter -> letter == 'O');
    }
}
