package com.qualitypost.phoenix.query.pasted;

import com.qualitypost.phoenix.query.pasted.Findings.Found;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds tracking numbers in pasted text: several at once, in groups with blanks, dots or dashes, among words, in
 * addresses of our pages; but not in dates, times, telephone numbers and sums of money.
 */
public final class PastedNumbers {
    /**
     * The limit of the page's input field; longer text is not searched any further, even if it comes without the field.
     */
    private static final int LONGEST_TEXT = 2_000;

    private static final String ENDS_OF_ROWS = "\r\n\u000B\f\u0085\u2028\u2029";
    private static final String ENDS_OF_LINES = ",;|";

    private PastedNumbers() {}

    /** In the order of the text, each once; check digits may be wrong. Empty if there is none. */
    public static List<String> in(String text) {
        if (text.length() > LONGEST_TEXT) {
            return List.of();
        }
        List<List<Line>> rows = rows(text);
        boolean areFiguresNumbers = isList(rows) || isOfFigures(rows);
        Set<String> numbers = new LinkedHashSet<>();
        rows.stream()
                .flatMap(List::stream)
                .flatMap(line -> line.found().stream())
                .filter(found -> areFiguresNumbers || !found.isFigure())
                .map(Found::number)
                .forEach(numbers::add);
        return List.copyOf(numbers);
    }

    /** One number below the other. */
    private static boolean isList(List<List<Line>> rows) {
        return rows.stream()
                .allMatch(row -> row.size() == 1
                        && row.getFirst().isOfNumbers()
                        && row.getFirst().found().size() == 1);
    }

    private static boolean isOfFigures(List<List<Line>> rows) {
        return rows.stream()
                .flatMap(List::stream)
                .allMatch(line -> line.isOfNumbers() && line.found().stream().allMatch(Found::isFigure));
    }

    private static List<List<Line>> rows(String text) {
        return parts(Wrapped.opened(text), ENDS_OF_ROWS).stream()
                .map(row -> parts(Word.line(row), ENDS_OF_LINES).stream()
                        .map(Line::new)
                        .toList())
                .filter(row -> !row.isEmpty())
                .toList();
    }

    private static List<String> parts(String text, String ends) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || ends.indexOf(text.charAt(at)) >= 0) {
                String part = text.substring(from, at);
                if (!part.isBlank()) {
                    parts.add(part);
                }
                from = at + 1;
            }
        }
        return parts;
    }
}
