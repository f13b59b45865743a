package com.qualitypost.phoenix.projections.rebuild;

import static java.util.stream.Collectors.toMap;

import com.qualitypost.phoenix.projections.projector.Shipment;
import com.qualitypost.phoenix.projections.rebuild.LiveRows.LiveRow;
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

/** Compares shipments with the answers that are read. */
@Component
class Comparison {

    private final Shipments shipments;
    private final LiveRows live;
    private final TrackingRows rows;

    Comparison(Shipments shipments, LiveRows live, TrackingRows rows) {
        this.shipments = shipments;
        this.live = live;
        this.rows = rows;
    }

    /** A parcel whose answer is not as it should be, and its shipment, where there is one. */
    record Difference(Damage damage, Optional<Shipment> shipment) {}

    /**
     * What a part of the tables looks like.
     *
     * @param compared how many parcels
     * @param end the last one; null where there are none after it
     * @param differences by tracking number
     */
    record Part(int compared, @Nullable String end, SortedMap<String, Difference> differences) {}

    Part after(String last, int limit) {
        List<Shipment> should = shipments.after(last, limit);
        List<LiveRow> is = live.after(last, limit);
        SortedSet<String> numbers = new TreeSet<>();
        should.forEach(shipment -> numbers.add(shipment.trackingNumber()));
        is.forEach(row -> numbers.add(row.trackingNumber()));
        // Of the list that was cut off nothing is known after its end.
        String end = Stream.of(
                        should.size() < limit ? null : should.getLast().trackingNumber(),
                        is.size() < limit ? null : is.getLast().trackingNumber())
                .filter(full -> full != null)
                .min(String::compareTo)
                .orElse(null);
        SortedSet<String> part = end == null ? numbers : numbers.headSet(end + '\0');
        return new Part(part.size(), end, differences(part, byNumber(should), rowsByNumber(is)));
    }

    SortedMap<String, Difference> of(SortedSet<String> numbers) {
        List<String> all = List.copyOf(numbers);
        return differences(numbers, byNumber(shipments.of(all)), rowsByNumber(live.of(all)));
    }

    private SortedMap<String, Difference> differences(
            SortedSet<String> numbers, Map<String, Shipment> should, Map<String, LiveRow> is) {
        var differences = new TreeMap<String, Difference>();
        for (String number : numbers) {
            Shipment shipment = should.get(number);
            damage(shipment, is.get(number))
                    .ifPresent(
                            damage -> differences.put(number, new Difference(damage, Optional.ofNullable(shipment))));
        }
        return differences;
    }

    private Optional<Damage> damage(@Nullable Shipment shipment, @Nullable LiveRow row) {
        if (shipment == null) {
            return row == null ? Optional.empty() : Optional.of(Damage.SURPLUS);
        }
        if (row == null) {
            return Optional.of(Damage.MISSING);
        }
        return row.isLike(rows.of(shipment, 0)) ? Optional.empty() : Optional.of(Damage.CHANGED);
    }

    private static Map<String, Shipment> byNumber(List<Shipment> shipments) {
        return shipments.stream().collect(toMap(Shipment::trackingNumber, Function.identity()));
    }

    private static Map<String, LiveRow> rowsByNumber(List<LiveRow> rows) {
        return rows.stream().collect(toMap(LiveRow::trackingNumber, Function.identity()));
    }
}
