package com.qualitypost.phoenix.ingest.device;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A device's numbering of its scans: every number between the smallest and the largest one seen that was not seen
 * itself is in a gap. This is a function of the set of numbers, so order and repetition do not matter as long as no
 * more gaps are open than are watched. Beyond that the lowest gaps are given up, together with all numbers up to the
 * first one still watched.
 */
public final class Sequence {
    /** Limits what one device can cost. */
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

    /** Starts a sequence with the first number seen, whichever it is. */
    public static Sequence beginningWith(long number) {
        return new Sequence(number, number, 0);
    }

    /** Restores a sequence from what was stored. */
    public static Sequence of(long first, long last, long watchedFrom, Collection<Gap> gaps) {
        var sequence = new Sequence(first, last, watchedFrom);
        gaps.forEach(sequence::open);
        return sequence;
    }

    /** Returns the sequence with these numbers added. */
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

    /** The smallest number seen that is still watched. */
    public long first() {
        return first;
    }

    /** The largest number seen. */
    public long last() {
        return last;
    }

    /** Smaller numbers are ignored; 0 unless gaps were given up. */
    public long watchedFrom() {
        return watchedFrom;
    }

    /** The gaps by their first number. */
    public NavigableMap<Long, Gap> gaps() {
        return Collections.unmodifiableNavigableMap(gaps);
    }
}
