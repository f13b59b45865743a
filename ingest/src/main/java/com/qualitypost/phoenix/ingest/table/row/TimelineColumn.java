package com.qualitypost.phoenix.ingest.table.row;

import com.qualitypost.phoenix.schemas.Place;
import com.qualitypost.phoenix.schemas.TimelineEntry;
import com.qualitypost.phoenix.tables.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a state's timeline into the column {@code shipment.timeline}. */
final class TimelineColumn {
    private TimelineColumn() {}

    static byte[] of(List<TimelineEntry> timeline) {
        return Timeline.write(timeline.stream().map(TimelineColumn::line).toList())
                .bytes();
    }

    private static Timeline.Line line(TimelineEntry entry) {
        return new Timeline.Line(
                entry.getScanId().toString(),
                entry.getKind(),
                entry.getStatus(),
                entry.getMoved(),
                entry.getOccurredAt().toEpochMilli(),
                entry.getOffsetMinutes(),
                entry.getTimeQuality().name(),
                place(entry.getPlace()),
                place(entry.getNextPlace()),
                entry.getReason(),
                entry.getNote());
    }

    private static Timeline.@Nullable Place place(@Nullable Place place) {
        return place == null
                ? null
                : new Timeline.Place(
                        place.getCode(), place.getName(), place.getCity(), place.getPostcode(), place.getCountry());
    }
}
