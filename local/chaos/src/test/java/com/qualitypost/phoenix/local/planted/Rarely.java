package com.qualitypost.phoenix.local.planted;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the occasions of the one bug of this process: what strikes is the same in every run. */
public final class Rarely {

    private static final AtomicInteger occasions = new AtomicInteger();

    private Rarely() {}

    /** True for the last of so many occasions. The first time it is said: a bug that never struck cannot be found. */
    public static boolean strikes(int of) {
        int occasion = occasions.incrementAndGet();
        if (occasion == of) {
            System.err.println("planted bug strikes for the first time, at occasion " + occasion);
        }
        return occasion % of == 0;
    }
}
