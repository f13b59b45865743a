package com.qualitypost.phoenix.vocabulary;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * The name of a town, a state or a quarter in a form for comparison, however it is spaced, abbreviated and accented.
 */
record PlaceName(List<String> words) {
    /** Common abbreviations, and the title that some towns have and few people write. */
    private static final Map<String, String> IN_FULL = Map.of(
            "cd", "ciudad",
            "nvo", "nuevo",
            "nva", "nueva",
            "pto", "puerto",
            "gral", "general",
            "sta", "santa",
            "sto", "santo",
            "dr", "doctor",
            "h", "",
            "heroica", "");

    private static final Set<String> QUARTERS = Set.of("col", "colonia", "fracc", "fraccionamiento", "barrio");

    static PlaceName of(String name) {
        String plain = PlainText.withoutAccents(PlainText.of(name)).toLowerCase(Locale.ROOT);
        return new PlaceName(Collections.list(new StringTokenizer(plain, " .")).stream()
                .map(String.class::cast)
                .map(word -> IN_FULL.getOrDefault(word, word))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** {@code Col. Centro}, but not {@code Col.}, which is Colima. */
    boolean isOfQuarter() {
        return words.size() > 1 && QUARTERS.contains(words.getFirst());
    }

    /** Without blanks: {@code B. C.} is B.C. */
    String key() {
        return String.join("", words);
    }
}
