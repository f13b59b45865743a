package com.qualitypost.phoenix.local.screen;

import java.util.stream.Collectors;

/** Text as it may be printed: what a terminal would obey instead of showing is written out, as {@code <U+001B>}. */
public final class Printable {
    private Printable() {}

    /** One line: a line break is written out too, so that nobody's text can begin a line of its own. */
    public static String line(String text) {
        return text.codePoints()
                .mapToObj(c -> isShown(c) ? Character.toString(c) : "<U+%04X>".formatted(c))
                .collect(Collectors.joining());
    }

    /** Several lines. */
    public static String lines(String text) {
        return text.lines().map(Printable::line).collect(Collectors.joining("\n"));
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            // Formats turn the direction of writing, or are not seen at all.
            case Character.CONTROL -> c == '\t';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> true;
        };
    }
}
