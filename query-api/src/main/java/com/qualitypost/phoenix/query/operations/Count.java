package com.qualitypost.phoenix.query.operations;

/**
 * How many there are.
 *
 * @param isMore there are more than this: of what grows without end no more are counted
 */
record Count(long number, boolean isMore) {
    static final int MOST = 10_000;

    /** Counting ended with one more than may be told. */
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
