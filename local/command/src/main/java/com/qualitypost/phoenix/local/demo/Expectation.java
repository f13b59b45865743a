package com.qualitypost.phoenix.local.demo;

import com.qualitypost.phoenix.local.client.Tally;
import com.qualitypost.phoenix.local.client.WriterTables.Counts;
import com.qualitypost.phoenix.local.demo.world.DemoDay.DemoParcel;
import com.qualitypost.phoenix.local.demo.world.OddScans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The expected result of a day, known without asking the system. */
record Expectation(List<DemoParcel> parcels) {
    private static final Map<String, Long> QUARANTINED = Map.of(
            "unknown_kind", (long) OddScans.UNKNOWN_KINDS,
            "in_the_future", (long) OddScans.FUTURE,
            "conflict", (long) OddScans.CONFLICTS);

    private static final Map<String, Long> REJECTED = Map.of("wrong_check_digit", (long) OddScans.MISTYPED);

    /** Different valid scans, however often they are sent. */
    long facts() {
        return OddScans.CONFLICTS
                + parcels.stream().mapToLong(parcel -> parcel.life().size()).sum();
    }

    /** In words; empty if everything is as expected. */
    List<String> differences(Tally tally, Counts counts, Map<String, String> statuses) {
        List<String> differences = new ArrayList<>();
        long answered = tally.accepted() + tally.duplicates() + OddScans.MISTYPED;
        compare(differences, "answers", tally.sent(), answered);
        compare(differences, "rows of tracking_event", facts(), counts.events());
        compare(differences, "quarantined", QUARANTINED, counts.quarantined());
        compare(differences, "rejected", REJECTED, tally.rejected());
        for (DemoParcel parcel : parcels) {
            compare(differences, parcel.number(), parcel.end().name(), statuses.get(parcel.number()));
        }
        return differences;
    }

    private static void compare(List<String> differences, String of, Object expected, @Nullable Object found) {
        if (!expected.equals(found)) {
            differences.add("%s: expected %s, found %s".formatted(of, expected, found));
        }
    }
}
