package com.qualitypost.phoenix.local.screen;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Prints lines that stay, and one line of progress that is overwritten on a terminal and repeated now and then
 * elsewhere. They may contain text from devices and merchants: the terminal shows it and does not obey it.
 */
public final class Screen {
    private static final Duration REPEAT = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private int progressWidth;
    private long nextProgress;

    public Screen() {
        this(System.out, isTerminal(System.console()));
    }

    public Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** A line that stays. */
    public synchronized void say(String line) {
        clear();
        out.println(Printable.line(line));
    }

    /** A line that stays, with these arguments in it. */
    public void say(String format, Object... arguments) {
        say(String.format(Locale.ROOT, format, arguments));
    }

    /** Several lines that stay. */
    public synchronized void sayAll(String lines) {
        lines.lines().forEach(this::say);
    }

    /** Replaces the last progress. */
    public synchronized void progress(String line) {
        String shown = Printable.line(line);
        if (terminal) {
            clear();
            out.print(shown);
            out.flush();
            progressWidth = shown.length();
        } else if (System.nanoTime() - nextProgress >= 0) {
            out.println(shown);
            nextProgress = System.nanoTime() + REPEAT.toNanos();
        }
    }

    /** Replaces the last progress, with these arguments in it. */
    public void progress(String format, Object... arguments) {
        progress(String.format(Locale.ROOT, format, arguments));
    }

    private void clear() {
        if (progressWidth > 0) {
            out.print("\r" + " ".repeat(progressWidth) + "\r");
            progressWidth = 0;
        }
    }

    private static boolean isTerminal(@org.jspecify.annotations.Nullable Console console) {
        return console != null && console.isTerminal();
    }

    /**
     * Makes text safe to print: characters that a terminal would obey instead of showing are spelled out, as
     * {@code <U+001B>}.
     */
    public static final class Printable {
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
}
