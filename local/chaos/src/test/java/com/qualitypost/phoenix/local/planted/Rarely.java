package com.qualitypost.phoenix.local.planted;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the occasions of this process's bug, so that it strikes at the same ones in every run. */
public final class Rarely {
    private static final AtomicInteger occasions = new AtomicInteger();

    private Rarely() {}

    /** True for every n-th occasion. The first one is reported, because a bug that never struck cannot be found. */
    public static boolean strikes(int of) {
        int occasion = occasions.incrementAndGet();
        if (occasion == of) {
            System.err.println("planted bug strikes for the first time, at occasion " + occasion);
        }
        return occasion % of == 0;
    }
}
