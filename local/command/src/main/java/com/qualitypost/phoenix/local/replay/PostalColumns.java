package com.qualitypost.phoenix.local.replay;

import com.qualitypost.phoenix.local.client.Scan;
import com.qualitypost.phoenix.local.client.Scan.ScanPlace;
import com.qualitypost.phoenix.vocabulary.PlainText;
import com.qualitypost.phoenix.vocabulary.ScanId;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A history of international mail with UPU event codes; its times are local, without an offset. */
record PostalColumns() implements Columns {
    /**
     * Scans of this source are at UTC+1 all year. Pre-advices are assumed to be so too, because their zone is unknown.
     */
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(1);

    private static final UUID NAMESPACE = UUID.fromString("0b9a1a4c-58f2-5d0d-8f6c-2f6a4f3f9d5b");

    @Override
    public Set<String> needed() {
        return Set.of("shipment_id", "source_code", "suggested_type", "occurred_at_local", "place", "next_place");
    }

    @Override
    public Scan scan(Row row) throws BadRowException {
        String item = Columns.number(row, "shipment_id");
        String code = row.needed("source_code");
        String place = row.text("place");
        LocalDateTime time = time(row);
        UUID id = ScanId.v5(NAMESPACE, String.join("|", item, code, time.toString(), place));
        Scan scan = Scan.of(id, item, row.needed("suggested_type"), time.atOffset(OFFSET))
                .with("source_code", code);
        Map<String, String> attributes = attributes(row);
        scan = attributes.isEmpty() ? scan : scan.with("attributes", attributes);
        return place.isEmpty() ? scan : scan.with("place", new ScanPlace(null, place, null, null, "DZ"));
    }

    /** Repetitions of a scan differ in these: a bag and an announced office say nothing about what happened. */
    private static Map<String, String> attributes(Row row) {
        Map<String, String> attributes = new TreeMap<>();
        for (String column : Set.of("next_place", "container_id")) {
            String value = row.text(column);
            if (!value.isEmpty()) {
                attributes.put(column, value);
            }
        }
        return attributes;
    }

    private static LocalDateTime time(Row row) throws BadRowException {
        String time = row.needed("occurred_at_local");
        try {
            return LocalDateTime.parse(time);
        } catch (DateTimeParseException _) {
            throw new BadRowException(
                    "occurred_at_local '%s' is not a local time: write it like 2023-02-23T08:55:00.000."
                            .formatted(PlainText.shown(time)));
        }
    }
}
