package com.qualitypost.phoenix.projections;

import com.qualitypost.phoenix.tables.PackedText;
import java.util.List;

/** Parcels of one fact each, created directly in the table. */
public final class ManyParcels {
    private static final int AT_ONCE = 500_000;

    private static final String FILL = """
            INSERT INTO phoenix.shipment
              (tracking_number, generation, revision, rules_version, status, previous_status, status_since, action_required,
               needs_review, origin, destination_city, proof, timeline, merchant_id, ticket_references, first_event_at)
            WITH RECURSIVE n (i) AS (SELECT ? UNION ALL SELECT i + 1 FROM n WHERE i < ? - 1)
            SELECT /*+ SET_VAR(cte_max_recursion_depth = 10000000) */
                   CONCAT('L', LPAD(i, 7, '0')), 1, 1, 1, 'IN_TRANSIT', 'UNKNOWN', '2026-11-22 10:00:00.123', FALSE,
                   FALSE, 'SCAN', 'Mérida', FALSE, ?,
                   'M-7', CONCAT('{"order":"A-', i, '"}'), '2026-11-22 10:00:00.123'
              FROM n""";

    private static final byte[] TIMELINE = PackedText.of("""
                    [{"id":"0190b5f0-0000-7000-8000-000000000001","kind":"ARRIVED","moved":true,"at":1795341600123,
                      "offset_minutes":-360,"time_quality":"SYNCED","place":{"code":"MID"}}]""").bytes();

    private ManyParcels() {}

    public static void fill(TestEnvironment stage, int parcels) {
        for (int from = 0; from < parcels; from += AT_ONCE) {
            stage.as("migrate")
                    .sql(FILL)
                    .params(from, Math.min(parcels, from + AT_ONCE), TIMELINE)
                    .update();
        }
    }

    /** The first, one in the middle, the last. */
    public static List<String> some(int parcels) {
        return List.of(number(0), number(parcels / 2), number(parcels - 1));
    }

    private static String number(int i) {
        return "L%07d".formatted(i);
    }
}
