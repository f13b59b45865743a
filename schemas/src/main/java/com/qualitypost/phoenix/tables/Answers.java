package com.qualitypost.phoenix.tables;

import java.util.Arrays;

/**
 * The column {@code tracking_view.answers}: the public answer in Spanish and in English, ready to send. They are packed
 * together, because the second one is mostly what the first one is.
 *
 * <p>Each is JSON in UTF-8 and begins with <code>{"stale":false,</code> so that a reader can change the flag without
 * parsing. The two are separated by a line feed, which JSON text contains only escaped.
 */
public final class Answers {
    private static final byte SEPARATOR = '\n';

    private final byte[] both;
    private final int separator;

    private Answers(byte[] both, int separator) {
        this.both = both;
        this.separator = separator;
    }

    public static Answers of(byte[] spanish, byte[] english) {
        byte[] both = Arrays.copyOf(spanish, spanish.length + 1 + english.length);
        both[spanish.length] = SEPARATOR;
        System.arraycopy(english, 0, both, spanish.length + 1, english.length);
        return new Answers(both, spanish.length);
    }

    /** Fails with {@link IllegalArgumentException} if the column is damaged. */
    public static Answers read(PackedText column) {
        byte[] both = column.unpacked();
        for (int i = 0; i < both.length; i++) {
            if (both[i] == SEPARATOR) {
                return new Answers(both, i);
            }
        }
        throw new IllegalArgumentException("The column does not hold two answers");
    }

    public PackedText packed() {
        return PackedText.of(both);
    }

    public byte[] spanish() {
        return Arrays.copyOf(both, separator);
    }

    public byte[] english() {
        return Arrays.copyOfRange(both, separator + 1, both.length);
    }

    /** The bytes of both. */
    public int size() {
        return both.length - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers answers && Arrays.equals(both, answers.both);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(both);
    }
}
