package com.qualitypost.phoenix.query.operations;

/**
 * How many there are.
 *
 * @param isMore whether there are more than this, because unbounded tables are counted only up to a limit
 */
record Count(long number, boolean isMore) {
    static final int MOST = 10_000;

    /** Counting stopped one above the limit. */
    static Count upTo(long counted) {
        return new Count(Math.min(counted, MOST), counted > MOST);
    }

    static Count exactly(long number) {
        return new Count(number, false);
    }

    Count plus(Count other) {
        return new Count(number + other.number, isMore || other.isMore);
    }
}
