package com.qualitypost.phoenix.query.operations;

import com.qualitypost.phoenix.query.operations.ListQuery.Text;
import java.util.List;
import java.util.Map;

/** The lists that need no filter, each in the order of an index, so that no more is read than the page shows. */
final class ListQueries {
    private static final String DUPLICATES = """
            SELECT received_at, tracking_number, kind, place_code, device_id, device_seq, scan_id
              FROM phoenix.duplicate_scan
             WHERE received_at >= UTC_TIMESTAMP(3) - INTERVAL 24 HOUR
             ORDER BY received_at DESC, scan_id DESC""";

    private static final String REFUSED = """
            SELECT refused_at, tracking_number, detail, device_id, refused_by, scan_id, source_topic, source_partition,
                   source_offset
              FROM phoenix.operator_quarantine
             WHERE reason = :reason
             ORDER BY refused_at DESC, source_topic DESC, source_partition DESC, source_offset DESC""";

    private static final String GAPS = """
            SELECT g.noticed_at, g.device_id, g.from_seq, g.to_seq, d.last_seq, d.written_at
              FROM phoenix.open_gap g
              JOIN phoenix.device d ON d.device_id = g.device_id
             ORDER BY g.noticed_at DESC, g.device_id DESC, g.from_seq DESC""";

    private ListQueries() {}

    static ListQuery duplicates() {
        return new ListQuery(new Text("ops.duplicates"), List.of(new Text("ops.filter.day")), DUPLICATES, Map.of());
    }

    static ListQuery refused(String reason) {
        return new ListQuery(new Text("ops.refused", reason), List.of(), REFUSED, Map.of("reason", reason));
    }

    static ListQuery gaps() {
        return new ListQuery(new Text("ops.gaps"), List.of(), GAPS, Map.of());
    }
}
