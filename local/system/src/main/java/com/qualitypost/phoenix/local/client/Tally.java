package com.qualitypost.phoenix.local.client;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was sent to a gateway and what it answered. Thread-safe. */
public final class Tally {
    private final LongAdder sent = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder brokenOff = new LongAdder();
    private final Map<String, LongAdder> rejected = new ConcurrentHashMap<>();

    void sent(int scans) {
        sent.add(scans);
    }

    void answered(Receipt receipt) {
        accepted.add(receipt.accepted().size());
        duplicates.add(receipt.duplicates());
        receipt.rejections()
                .forEach(rejection -> rejected.computeIfAbsent(rejection.code(), _ -> new LongAdder())
                        .increment());
    }

    void brokeOff() {
        brokenOff.increment();
    }

    /** Attempts that a gateway accepted and did not answer, so that they were repeated. */
    public long brokenOff() {
        return brokenOff.sum();
    }

    /** Each scan once, however often it had to be sent. */
    public long sent() {
        return sent.sum();
    }

    public long accepted() {
        return accepted.sum();
    }

    /** Within one batch. */
    public long duplicates() {
        return duplicates.sum();
    }

    /** By code. */
    public Map<String, Long> rejected() {
        Map<String, Long> codes = new TreeMap<>();
        rejected.forEach((code, count) -> codes.put(code, count.sum()));
        return codes;
    }
}
