package com.qualitypost.phoenix.query.pasted;

import static java.util.stream.Collectors.joining;

import com.qualitypost.phoenix.vocabulary.NumberCheck;
import com.qualitypost.phoenix.vocabulary.NumberCheck.Sound;
import com.qualitypost.phoenix.vocabulary.ScanId;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** The words of a line, and which of them were found to be numbers. */
final class Findings {
    private final List<Word> words;
    private final boolean[] taken;
    private final TreeMap<Integer, Found> found = new TreeMap<>();

    Findings(List<Word> words) {
        this.words = words;
        taken = new boolean[words.size()];
    }

    /**
     * A number, or what may be one.
     *
     * @param isFigure eight to eleven digits, or a telephone number: it counts as a number only if there is nothing
     *     else but numbers
     */
    record Found(String number, boolean isFigure) {}

    /** In the order of the text. */
    List<Found> found() {
        return List.copyOf(found.values());
    }

    boolean isTaken(int at) {
        return taken[at];
    }

    /** Whether there is nothing but numbers; the last word is only what follows them. */
    boolean areAll() {
        for (int i = 0; i < words.size() - 1; i++) {
            if (!taken[i]) {
                return false;
            }
        }
        return !found.isEmpty();
    }

    /** Takes these words as this number, if it can be one. */
    void take(int from, int to, String number, boolean isFigure) {
        if (!(TrackingNumber.read(number) instanceof Reading.Malformed)
                && ScanId.read(number).isEmpty()) {
            Arrays.fill(taken, from, to, true);
            found.put(from, new Found(number, isFigure));
        }
    }

    /** The number that these words form: their hyphens may be its own. */
    String number(int from, int to) {
        boolean isHyphenated = words.subList(from + 1, to).stream()
                .allMatch(word -> word.before().equals("-"));
        return isHyphenated && !(NumberCheck.of(joined(from, to)) instanceof Sound)
                ? words.subList(from, to).stream().map(Word::text).collect(joining("-"))
                : joined(from, to);
    }

    String joined(int from, int to) {
        return words.subList(from, to).stream().map(Word::text).collect(joining());
    }
}
