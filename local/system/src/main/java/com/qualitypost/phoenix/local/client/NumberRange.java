package com.qualitypost.phoenix.local.client;

/** A sorted range of tracking numbers, both ends included. */
public record NumberRange(String first, String last) {
    /** All numbers with this prefix. */
    public static NumberRange beginningWith(String prefix) {
        return new NumberRange(prefix, prefix + "~");
    }

    public boolean contain(String number) {
        return first.compareTo(number) <= 0 && number.compareTo(last) <= 0;
    }
}
