package com.qualitypost.phoenix.ingest.table.row;

import static com.qualitypost.phoenix.tables.Utc.column;

import com.qualitypost.phoenix.schemas.Place;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;

/** A row of {@code tracking_event}: a fact, once. */
final class EventRow {
    static final String INSERT = """
            INSERT INTO %s
              (tracking_number, scan_id, kind, outcome, flag, status, reason, occurred_at, offset_minutes,
               corrected_at, received_at, time_quality, source, source_code, device_id, device_seq,
               place_code, place_name, place_city, place_country, revision, generation)""";

    /**
     * A fact may come again with an earlier receipt (RETIMED), or from a rebuild (a newer generation). Assignments run
     * from left to right and see earlier ones, so the compared columns come last.
     */
    static final String UPDATE = """
            ON DUPLICATE KEY UPDATE
              corrected_at = IF((n.generation, n.revision) > (%1$s.generation, %1$s.revision), n.corrected_at, %1$s.corrected_at),
              received_at  = IF((n.generation, n.revision) > (%1$s.generation, %1$s.revision), n.received_at, %1$s.received_at),
              time_quality = IF((n.generation, n.revision) > (%1$s.generation, %1$s.revision), n.time_quality, %1$s.time_quality),
              outcome      = IF(n.generation > %1$s.generation, n.outcome, %1$s.outcome),
              status       = IF(n.generation > %1$s.generation, n.status, %1$s.status),
              revision     = IF(n.generation > %1$s.generation, n.revision, %1$s.revision),
              generation   = GREATEST(n.generation, %1$s.generation)""";

    private EventRow() {}

    static Object[] of(ShipmentEvent event) {
        Scan fact = event.getFact();
        Place place = fact.getPlace() == null ? new Place(null, null, null, null, null) : fact.getPlace();
        return new Object[] {
            event.getTrackingNumber(),
            fact.getScanId().toString(),
            fact.getKind(),
            event.getOutcome().name(),
            event.getFlag(),
            event.getStatus().name(),
            fact.getReason(),
            column(fact.getOccurredAt()),
            fact.getOffsetMinutes(),
            column(fact.getCorrectedAt()),
            column(fact.getReceivedAt()),
            fact.getTimeQuality().name(),
            fact.getSource().name(),
            fact.getSourceCode(),
            fact.getDeviceId(),
            fact.getDeviceSeq(),
            place.getCode(),
            place.getName(),
            place.getCity(),
            place.getCountry(),
            event.getRevision(),
            event.getGeneration()
        };
    }
}
