package com.qualitypost.phoenix.local.backup.binlog;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads MySQL's notation for sets of transactions: {@code uuid:1-7:9, other-uuid:1-3}. */
public final class Gtids {
    private Gtids() {}

    /** Whether a transaction is in the set, for a server that numbers its transactions without gaps. */
    public static Predicate<Transaction> upTo(String set) {
        return transaction -> transaction.number() <= last(set, transaction.source());
    }

    /** The largest number of a source; 0 if there is none. */
    static long last(String set, String source) {
        return Stream.of(set.split(",", -1))
                .map(String::strip)
                .filter(ofOne -> ofOne.startsWith(source + ":"))
                .flatMap(ofOne ->
                        Arrays.stream(ofOne.substring(source.length() + 1).split("[:-]", -1)))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }
}
