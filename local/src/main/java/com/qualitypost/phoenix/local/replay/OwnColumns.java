package com.qualitypost.phoenix.local.replay;

import com.qualitypost.phoenix.local.client.Ids;
import com.qualitypost.phoenix.local.client.Place;
import com.qualitypost.phoenix.local.client.Scan;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The file of our own, documented in the module's README. */
record OwnColumns() implements Columns {
    private static final UUID NAMESPACE = UUID.fromString("6f0d9f5e-7d54-5c0e-9a52-0b5a2f0c7a11");
    private static final String ATTRIBUTE = "attribute_";

    @Override
    public Set<String> needed() {
        return Set.of("tracking_number", "kind", "occurred_at");
    }

    @Override
    public Scan scan(CSVRecord row) throws BadRowException {
        return scan(row, Columns.value(row, "kind"));
    }

    static Scan scan(CSVRecord row, String kind) throws BadRowException {
        String number = Columns.value(row, "tracking_number");
        Scan scan = Scan.of(id(row, number, kind), number, kind, time(row));
        scan = with(scan, "source_code", Columns.optional(row, "source_code"));
        scan = with(scan, "reason", Columns.optional(row, "reason"));
        scan = with(scan, "delivered_to", Columns.optional(row, "delivered_to"));
        scan = with(scan, "place", place(row, "place_"));
        scan = with(scan, "next_place", place(row, "next_place_"));
        return with(scan, "attributes", attributes(row));
    }

    private static UUID id(CSVRecord row, String number, String kind) throws BadRowException {
        String given = Columns.optional(row, "scan_id");
        if (given.isEmpty()) {
            // What makes two rows the same scan.
            return Ids.v5(
                    NAMESPACE,
                    String.join(
                            "|",
                            number,
                            kind,
                            Columns.optional(row, "source_code"),
                            Columns.value(row, "occurred_at"),
                            Columns.optional(row, "place_code"),
                            Columns.optional(row, "place_name")));
        }
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException _) {
            throw new BadRowException("scan_id '%s' is not a UUID: write one, or leave it empty.".formatted(given));
        }
    }

    private static OffsetDateTime time(CSVRecord row) throws BadRowException {
        String time = Columns.value(row, "occurred_at");
        try {
            return OffsetDateTime.parse(time);
        } catch (DateTimeParseException _) {
            throw new BadRowException(
                    "occurred_at '%s' is not a time with an offset: write it like 2026-11-22T09:59:58.120-06:00."
                            .formatted(time));
        }
    }

    private static @Nullable Place place(CSVRecord row, String prefix) {
        Place place = new Place(
                orNull(row, prefix + "code"),
                orNull(row, prefix + "name"),
                orNull(row, prefix + "city"),
                orNull(row, prefix + "postcode"),
                orNull(row, prefix + "country"));
        return place.equals(new Place(null, null, null, null, null)) ? null : place;
    }

    private static @Nullable String orNull(CSVRecord row, String column) {
        String value = Columns.optional(row, column);
        return value.isEmpty() ? null : value;
    }

    private static @Nullable Map<String, String> attributes(CSVRecord row) {
        Map<String, String> attributes = new TreeMap<>();
        row.toMap().forEach((column, value) -> {
            if (column.startsWith(ATTRIBUTE) && !value.isBlank()) {
                attributes.put(column.substring(ATTRIBUTE.length()), value.strip());
            }
        });
        return attributes.isEmpty() ? null : attributes;
    }

    private static Scan with(Scan scan, String name, @Nullable Object value) {
        return value == null || value.equals("") ? scan : scan.with(name, value);
    }
}
