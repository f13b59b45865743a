package com.qualitypost.phoenix.query.pasted;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Unwraps words that contain numbers: addresses of pages, texts encoded like one, and barcodes with a scanner's marks.
 */
final class Wrapped {
    private static final String LINE = "\n";

    /** Characters that end a word, besides blanks. */
    private static final String ENDS = ",;|<>\"";

    private static final String SCANNED = "]";
    private static final String SSCC = "(00)";
    private static final String GTIN = "(01)";

    private Wrapped() {}

    /**
     * The text with the contents of such words on separate lines. Little is taken from addresses that are not ours.
     */
    static String opened(String text) {
        StringBuilder opened = new StringBuilder(text.length());
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || isEnd(text.charAt(at))) {
                opened.append(word(text.substring(from, at)));
                opened.append(text, at, Math.min(at + 1, text.length()));
                from = at + 1;
            }
        }
        return opened.toString();
    }

    private static boolean isEnd(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || ENDS.indexOf(character) >= 0;
    }

    private static String word(String word) {
        if (word.startsWith(SCANNED) || word.startsWith(SSCC) || word.startsWith(GTIN)) {
            return scanned(word);
        }
        int search = Math.max(behind(word, "?q="), behind(word, "&q="));
        if (search >= 0) {
            return LINE + decoded(until("&#", word, search).replace('+', ' ')) + LINE;
        }
        int parcel = Math.max(behind(word, "/t/"), behind(word, "/tracking/"));
        if (parcel >= 0) {
            return LINE + decoded(until("/?#", word, parcel)) + LINE;
        }
        if (word.contains("://") || behind(word, "www.") == 4 || isOfHost(word)) {
            return LINE + shapes(decoded(word)) + LINE;
        }
        if (isOfMail(word)) {
            return LINE;
        }
        return word.indexOf('%') < 0 ? word : LINE + decoded(word) + LINE;
    }

    private static String scanned(String word) {
        return switch (TrackingNumber.read(word)) {
            case Reading.Valid(TrackingNumber number) -> LINE + number + LINE;
            case Reading.WrongCheckDigit(String number, int _) -> LINE + number + LINE;
            case Reading.Malformed _ -> word;
        };
    }

    /** Foreign addresses are full of letters and digits. */
    private static String shapes(String address) {
        return Word.of(Word.line(address)).stream()
                .filter(word -> Shape.isOf(List.of(word), word.text()))
                .map(Word::text)
                .collect(Collectors.joining(LINE));
    }

    /** Such as wa.me/ and (api.whatsapp.com/. */
    private static boolean isOfHost(String word) {
        int slash = word.indexOf('/');
        int start = slash;
        while (start > 0 && isOfHost(word.charAt(start - 1))) {
            start--;
        }
        int domain = word.lastIndexOf('.', slash) + 1;
        return domain - 1 > start
                && slash - domain > 1
                && word.substring(domain, slash).chars().allMatch(Character::isLetter);
    }

    private static boolean isOfHost(char character) {
        return Character.isLetterOrDigit(character) || character == '.' || character == '-';
    }

    private static boolean isOfMail(String word) {
        int at = word.indexOf('@');
        return at > 0
                && at < word.length() - 1
                && Character.isLetterOrDigit(word.charAt(at - 1))
                && Character.isLetterOrDigit(word.charAt(at + 1));
    }

    /** Where the first such part ends; -1 if there is none. */
    private static int behind(String word, String part) {
        for (int at = 0; at + part.length() <= word.length(); at++) {
            if (word.regionMatches(true, at, part, 0, part.length())) {
                return at + part.length();
            }
        }
        return -1;
    }

    private static String until(String ends, String word, int from) {
        int to = from;
        while (to < word.length() && ends.indexOf(word.charAt(to)) < 0) {
            to++;
        }
        return word.substring(from, to);
    }

    /** Percent signs that are not followed by two hexadecimal digits stay. */
    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            int octet = octet(text, at);
            if (octet >= 0) {
                bytes.write(octet);
                at += 3;
            } else {
                int next = at + Character.charCount(text.codePointAt(at));
                bytes.writeBytes(text.substring(at, next).getBytes(UTF_8));
                at = next;
            }
        }
        return bytes.toString(UTF_8);
    }

    private static int octet(String text, int at) {
        if (text.charAt(at) != '%' || at + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
