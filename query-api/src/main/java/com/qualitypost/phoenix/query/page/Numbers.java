package com.qualitypost.phoenix.query.page;

import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds tracking numbers in what people paste: several at once, with spaces, dashes, words around them, or as a link. */
public final class Numbers {
    private static final Pattern BETWEEN = Pattern.compile("[\\r\\n,;|]+");
    private static final Pattern LINK = Pattern.compile("(?<!\\S)\\S*?/T(?:RACKING)?/([^/?#\\s]+)\\S*");
    /** Letters, nine digits, letters: nothing else looks like this, so that blanks and dashes of any length may stand anywhere in it. */
    private static final Pattern POSTAL =
            Pattern.compile("(?<![A-Z0-9])[A-Z]{2}[\\h._\\p{Pd}]*(?:[0-9][\\h._\\p{Pd}]*){9}[A-Z]{2}(?![A-Z0-9])");

    private static final Pattern DECORATION = Pattern.compile("[\\h._\\p{Pd}]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\h]+");
    /** Dates, prices and order numbers: too short for a carrier's number without letters. */
    private static final Pattern FIGURE = Pattern.compile("[0-9]{1,11}");

    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern EDGES = Pattern.compile("^[^A-Z0-9]+|(?<![^A-Z0-9])[^A-Z0-9]+$");
    private static final int SHORTEST = 8;

    /** As the field on the page takes; more is not looked through for who asks without it. */
    private static final int LONGEST_TEXT = 2_000;

    private Numbers() {}

    /** In the order in which they stand there, each once; check digits may be wrong. Empty if there is none. */
    public static List<String> in(String text) {
        if (text.length() > LONGEST_TEXT) {
            return List.of();
        }
        Set<String> numbers = new LinkedHashSet<>();
        for (String piece : BETWEEN.split(text.toUpperCase(Locale.ROOT))) {
            numbers.addAll(inPiece(LINK.matcher(piece).replaceAll(" $1 ").replace("%20", " ")));
        }
        return List.copyOf(numbers);
    }

    /** Words that are all too short to be numbers are one number, written in groups. */
    private static List<String> inPiece(String piece) {
        String compact = POSTAL.matcher(piece)
                .replaceAll(match -> " " + DECORATION.matcher(match.group()).replaceAll("") + " ");
        boolean hasPostal = !compact.equals(piece);
        List<String> words = BLANKS.splitAsStream(compact)
                .map(word -> EDGES.matcher(word).replaceAll(""))
                .filter(word -> DIGIT.matcher(word).find())
                .filter(word -> !hasPostal || !FIGURE.matcher(word).matches())
                .toList();
        boolean grouped = words.stream().allMatch(word -> word.length() < SHORTEST);
        return (grouped ? Stream.of(String.join("", words)) : words.stream())
                .filter(Numbers::isReadable)
                .toList();
    }

    private static boolean isReadable(String word) {
        return switch (TrackingNumber.read(word)) {
            case Reading.Valid _, Reading.WrongCheckDigit _ -> true;
            case Reading.Malformed _ -> false;
        };
    }
}
