package com.qualitypost.phoenix.local.planted;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the occasions of the one bug of this process: what strikes is the same in every run. */
public final class Rarely {

    private static final AtomicInteger occasions = new AtomicInteger();

    private Rarely() {}

    /** True for the last of so many occasions. */
    public static boolean strikes(int of) {
        return occasions.incrementAndGet() % of == 0;
    }
}
