package com.qualitypost.phoenix.projections.rebuild;

import static java.util.stream.Collectors.toMap;

import com.qualitypost.phoenix.projections.database.Slice;
import com.qualitypost.phoenix.projections.merchant.MerchantRow;
import com.qualitypost.phoenix.projections.merchant.MerchantRows;
import com.qualitypost.phoenix.projections.projector.ShipmentRecord;
import com.qualitypost.phoenix.projections.rebuild.PublishedAnswers.LiveRow;
import com.qualitypost.phoenix.projections.tracking.TrackingRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares shipments with the current answers and lists. */
@Component
class Comparison {
    private final Shipments shipments;
    private final PublishedAnswers live;
    private final TrackingRows rows;
    private final MerchantRows merchants;

    Comparison(Shipments shipments, PublishedAnswers live, TrackingRows rows, MerchantRows merchants) {
        this.shipments = shipments;
        this.live = live;
        this.rows = rows;
        this.merchants = merchants;
    }

    /** A parcel whose answer or list entry is wrong, and its shipment if there is one. */
    record Difference(Damage damage, Optional<ShipmentRecord> shipment) {}

    /**
     * The result for a part of the tables.
     *
     * @param compared how many parcels
     * @param end the last one; null if there are none after it
     * @param differences by tracking number
     */
    record Part(int compared, @Nullable String end, SortedMap<String, Difference> differences) {}

    Part after(String last, int limit) {
        Slice<ShipmentRecord> should = shipments.after(last, limit);
        Slice<LiveRow> is = live.after(last, limit);
        Slice<MerchantRow> listed = merchants.after(last, limit);
        SortedSet<String> numbers = new TreeSet<>();
        should.rows().forEach(shipment -> numbers.add(shipment.trackingNumber()));
        is.rows().forEach(row -> numbers.add(row.trackingNumber()));
        listed.rows().forEach(row -> numbers.add(row.trackingNumber()));
        // Nothing is known of the list that was cut off after its end.
        String end = Stream.of(should.end(), is.end(), listed.end())
                .filter(cut -> cut != null)
                .min(String::compareTo)
                .orElse(null);
        SortedSet<String> part = end == null ? numbers : numbers.headSet(end + '\0');
        return new Part(part.size(), end, differences(part, new Tables(should.rows(), is.rows(), listed.rows())));
    }

    SortedMap<String, Difference> of(SortedSet<String> numbers) {
        List<String> all = List.copyOf(numbers);
        return differences(numbers, new Tables(shipments.of(all), live.of(all), merchants.of(all)));
    }

    /** Like {@link #of}, but waits for pending commits; within the caller's transaction. */
    SortedMap<String, Difference> committedOf(SortedSet<String> numbers) {
        List<String> all = List.copyOf(numbers);
        return differences(numbers, new Tables(shipments.committedOf(all), live.of(all), merchants.of(all)));
    }

    private SortedMap<String, Difference> differences(SortedSet<String> numbers, Tables tables) {
        var differences = new TreeMap<String, Difference>();
        for (String number : numbers) {
            ShipmentRecord shipment = tables.shipments.get(number);
            damage(shipment, tables.live.get(number), tables.listed.get(number))
                    .ifPresent(
                            damage -> differences.put(number, new Difference(damage, Optional.ofNullable(shipment))));
        }
        return differences;
    }

    private Optional<Damage> damage(
            @Nullable ShipmentRecord shipment, @Nullable LiveRow row, @Nullable MerchantRow listed) {
        if (shipment == null) {
            return row == null && listed == null ? Optional.empty() : Optional.of(Damage.SURPLUS);
        }
        if (row == null || listed == null) {
            return Optional.of(Damage.MISSING);
        }
        return row.isLike(rows.of(shipment, 0)) && listed.isLike(shipment)
                ? Optional.empty()
                : Optional.of(Damage.CHANGED);
    }

    /** What the tables hold of the same parcels, by tracking number. */
    private record Tables(
            Map<String, ShipmentRecord> shipments, Map<String, LiveRow> live, Map<String, MerchantRow> listed) {
        Tables(List<ShipmentRecord> shipments, List<LiveRow> live, List<MerchantRow> listed) {
            this(
                    by(ShipmentRecord::trackingNumber, shipments),
                    by(LiveRow::trackingNumber, live),
                    by(MerchantRow::trackingNumber, listed));
        }

        private static <T> Map<String, T> by(Function<T, String> number, List<T> rows) {
            return rows.stream().collect(toMap(number, Function.identity()));
        }
    }
}
