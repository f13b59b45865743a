package com.qualitypost.phoenix.local.screen;

import java.util.stream.Collectors;

/**
 * Makes text safe to print: characters that a terminal would obey instead of showing are spelled out, as
 * {@code <U+001B>}.
 */
public final class Printable {
    private Printable() {}

    /** One line: line breaks are spelled out too, so that no text can begin a line of its own. */
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
            // Format characters change the direction of writing, or are invisible.
            case Character.CONTROL -> c == '\t';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> true;
        };
    }
}
