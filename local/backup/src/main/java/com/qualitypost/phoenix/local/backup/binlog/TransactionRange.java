package com.qualitypost.phoenix.local.backup.binlog;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    /** The set in MySQL's notation. */
    public String gtids() {
        return ranges.entrySet().stream()
                .map(range -> "%s:%d-%d"
                        .formatted(
                                range.getKey(),
                                range.getValue().first(),
                                range.getValue().last()))
                .collect(Collectors.joining(","));
    }
}
