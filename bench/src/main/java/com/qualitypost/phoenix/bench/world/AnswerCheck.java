package com.qualitypost.phoenix.bench.world;

import com.qualitypost.phoenix.local.chaos.ReferenceFold;
import com.qualitypost.phoenix.local.chaos.ReferenceFold.Sent;
import com.qualitypost.phoenix.local.client.Addresses;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Says whether every parcel of a world became what its scans make of it: a run whose answers are wrong does not count. */
public final class AnswerCheck {
    /** So many that little is read at once, and so few that there are not many statements. */
    private static final int PARCELS_AT_ONCE = 2_000;

    private AnswerCheck() {}

    /** What is wrong once everything of the world's first so many scans is visible. */
    public static List<String> check(Addresses addresses, World world, long sent) {
        List<String> findings = new ArrayList<>();
        for (int first = 0; first < world.parcels() && findings.isEmpty(); first += PARCELS_AT_ONCE) {
            int last = Math.min(first + PARCELS_AT_ONCE, world.parcels()) - 1;
            List<Sent> facts = IntStream.rangeClosed(first, last)
                    .boxed()
                    .flatMap(parcel -> world.facts(parcel, sent).stream())
                    .toList();
            findings.addAll(ReferenceFold.check(addresses, world.numbers(first, last), facts));
        }
        return findings;
    }
}
