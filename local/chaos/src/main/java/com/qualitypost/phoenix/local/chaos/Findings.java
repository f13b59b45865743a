package com.qualitypost.phoenix.local.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a check found to be wrong, with a few examples of each kind. */
final class Findings {
    private static final int EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 300;

    private final List<String> all = new ArrayList<>();

    void none(String what, Collection<?> violations) {
        if (!violations.isEmpty()) {
            all.add("%s: %,d, such as %s"
                    .formatted(
                            what,
                            violations.size(),
                            violations.stream()
                                    .limit(EXAMPLES)
                                    .map(Findings::shortened)
                                    .toList()));
        }
    }

    private static String shortened(Object example) {
        String text = example.toString();
        return text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE) + " ...";
    }

    /** Empty if nothing is wrong. */
    List<String> all() {
        return List.copyOf(all);
    }
}
