package com.qualitypost.phoenix.local.replay;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.client.Scan.ScanPlace;
import com.qualitypost.phoenix.vocabulary.PlainText;
import com.qualitypost.phoenix.vocabulary.ScanId;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our own file format, documented in the module's README. */
record OwnColumns() implements Columns {
    private static final UUID NAMESPACE = UUID.fromString("6f0d9f5e-7d54-5c0e-9a52-0b5a2f0c7a11");
    private static final String ATTRIBUTE = "attribute_";

    @Override
    public Set<String> needed() {
        return Set.of("tracking_number", "kind", "occurred_at");
    }

    @Override
    public Scan scan(Row row) throws BadRowException {
        return scan(row, row.needed("kind"));
    }

    static Scan scan(Row row, String kind) throws BadRowException {
        String number = Columns.number(row, "tracking_number");
        Scan scan = Scan.of(id(row, number, kind), number, kind, time(row));
        scan = with(scan, "source_code", row.code("source_code"));
        scan = with(scan, "reason", row.code("reason"));
        scan = with(scan, "delivered_to", row.code("delivered_to"));
        scan = with(scan, "place", place(row, "place_"));
        scan = with(scan, "next_place", place(row, "next_place_"));
        Map<String, String> attributes = row.beginningWith(ATTRIBUTE);
        return attributes.isEmpty() ? scan : scan.with("attributes", attributes);
    }

    private static UUID id(Row row, String number, String kind) throws BadRowException {
        String given = row.code("scan_id");
        if (given.isEmpty()) {
            // The fields that make two rows the same scan.
            return ScanId.v5(
                    NAMESPACE,
                    String.join(
                            "|",
                            number,
                            kind,
                            row.code("source_code"),
                            row.needed("occurred_at"),
                            row.code("place_code"),
                            row.text("place_name")));
        }
        return ScanId.read(given)
                .orElseThrow(
                        () -> new BadRowException("scan_id '%s' is not a UUID such as %s: write one, or leave it empty."
                                .formatted(PlainText.shown(given), NAMESPACE)));
    }

    private static OffsetDateTime time(Row row) throws BadRowException {
        String time = row.needed("occurred_at");
        try {
            return OffsetDateTime.parse(time);
        } catch (DateTimeParseException _) {
            throw new BadRowException(
                    "occurred_at '%s' is not a time with an offset: write it like 2026-11-22T09:59:58.120-06:00."
                            .formatted(PlainText.shown(time)));
        }
    }

    private static @Nullable ScanPlace place(Row row, String prefix) {
        ScanPlace place = new ScanPlace(
                orNull(row.code(prefix + "code")),
                orNull(row.text(prefix + "name")),
                orNull(row.text(prefix + "city")),
                orNull(row.code(prefix + "postcode")),
                orNull(row.code(prefix + "country")));
        return place.equals(new ScanPlace(null, null, null, null, null)) ? null : place;
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static Scan with(Scan scan, String name, @Nullable Object value) {
        return value == null || value.equals("") ? scan : scan.with(name, value);
    }
}
