package com.qualitypost.phoenix.local.backup.binlog;

import com.qualitypost.phoenix.local.backup.binlog.Binlog.Transaction;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Any number of consecutive transactions: their number, their GTIDs, and the time of the last one. */
public final class TransactionRange {
    private record Range(long first, long last) {
        Range with(Range other) {
            return new Range(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    private final Map<String, Range> ranges = new TreeMap<>();
    private Instant end = Instant.MIN;
    private long count;

    public void add(Transaction transaction) {
        ranges.merge(transaction.source(), new Range(transaction.number(), transaction.number()), Range::with);
        end = transaction.committedAt();
        count++;
    }

    public long count() {
        return count;
    }

    /** When the last one was committed; the earliest possible time if there is none. */
    public Instant end() {
        return end;
    }

    /** The set in MySQL's notation: {@code uuid:1-7,other-uuid:1-3}. */
    public String gtids() {
        return ranges.entrySet().stream()
                .map(range -> "%s:%d-%d"
                        .formatted(
                                range.getKey(),
                                range.getValue().first(),
                                range.getValue().last()))
                .collect(Collectors.joining(","));
    }

    /** Whether a transaction is in a set in MySQL's notation, for a server that numbers its transactions without gaps. */
    public static Predicate<Transaction> upTo(String gtids) {
        return transaction -> transaction.number() <= last(gtids, transaction.source());
    }

    /** The largest number of a source; 0 if there is none. */
    static long last(String gtids, String source) {
        return Stream.of(gtids.split(",", -1))
                .map(String::strip)
                .filter(ofOne -> ofOne.startsWith(source + ":"))
                .flatMap(ofOne ->
                        Arrays.stream(ofOne.substring(source.length() + 1).split("[:-]", -1)))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }
}
