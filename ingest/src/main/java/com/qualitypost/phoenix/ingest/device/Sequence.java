package com.qualitypost.phoenix.ingest.device;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A device's numbering of its scans: what lies between the smallest and the largest number seen and was not seen is a gap.
 * That is a function of the set of numbers, so neither their order nor repetition matters, as long as there are no more
 * gaps than are watched. Beyond, the lowest are given up, and with them all numbers up to the first one still watched.
 */
public final class Sequence {

    /** What one device may cost. */
    static final int MOST_GAPS = 1_000;

    private final NavigableMap<Long, Gap> gaps = new TreeMap<>();
    private long first;
    private long last;
    private long watchedFrom;

    private Sequence(long first, long last, long watchedFrom) {
        this.first = first;
        this.last = last;
        this.watchedFrom = watchedFrom;
    }

    /** The first number that is seen begins the sequence, whichever it is. */
    public static Sequence beginningWith(long number) {
        return new Sequence(number, number, 0);
    }

    /** As it was stored. */
    public static Sequence of(long first, long last, long watchedFrom, Collection<Gap> gaps) {
        var sequence = new Sequence(first, last, watchedFrom);
        gaps.forEach(sequence::open);
        return sequence;
    }

    /** The sequence with these numbers. */
    public Sequence seen(Collection<Long> numbers, Instant at) {
        Sequence next = of(first, last, watchedFrom, gaps.values());
        numbers.stream().filter(number -> number >= watchedFrom).forEach(number -> next.see(number, at));
        next.giveUpLowest();
        return next;
    }

    private void see(long number, Instant at) {
        if (number > last) {
            open(new Gap(last + 1, number - 1, at));
            last = number;
        } else if (number < first) {
            open(new Gap(number + 1, first - 1, at));
            first = number;
        } else {
            close(number);
        }
    }

    private void close(long number) {
        Map.Entry<Long, Gap> below = gaps.floorEntry(number);
        if (below != null && number <= below.getValue().to()) {
            Gap gap = below.getValue();
            gaps.remove(gap.from());
            open(new Gap(gap.from(), number - 1, gap.noticedAt()));
            open(new Gap(number + 1, gap.to(), gap.noticedAt()));
        }
    }

    private void open(Gap gap) {
        if (gap.from() <= gap.to()) {
            gaps.put(gap.from(), gap);
        }
    }

    private void giveUpLowest() {
        while (gaps.size() > MOST_GAPS) {
            watchedFrom = gaps.pollFirstEntry().getValue().to() + 1;
            first = watchedFrom;
        }
    }

    /** The smallest number seen, of those watched. */
    public long first() {
        return first;
    }

    /** The largest number seen. */
    public long last() {
        return last;
    }

    /** Smaller numbers are not looked at any more; 0 unless gaps were given up. */
    public long watchedFrom() {
        return watchedFrom;
    }

    /** By their first number. */
    public NavigableMap<Long, Gap> gaps() {
        return Collections.unmodifiableNavigableMap(gaps);
    }
}
