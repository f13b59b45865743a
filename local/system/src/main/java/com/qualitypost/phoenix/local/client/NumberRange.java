package com.qualitypost.phoenix.local.client;

/** Tracking numbers from one to another, both included, as they are sorted. */
public record NumberRange(String first, String last) {
    /** Those that begin so. */
    public static NumberRange beginningWith(String prefix) {
        return new NumberRange(prefix, prefix + "~");
    }

    public boolean contain(String number) {
        return first.compareTo(number) <= 0 && number.compareTo(last) <= 0;
    }
}
