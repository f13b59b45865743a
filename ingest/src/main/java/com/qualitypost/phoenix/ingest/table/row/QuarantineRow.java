package com.qualitypost.phoenix.ingest.table.row;

import static com.qualitypost.phoenix.tables.Utc.column;

import com.qualitypost.phoenix.schemas.QuarantinedScan;
import com.qualitypost.phoenix.schemas.RecordHeader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A row of {@code quarantine}: a record that could not be judged, once. */
final class QuarantineRow {
    static final String INSERT = """
            INSERT INTO %s
              (source_topic, source_partition, source_offset, reason, detail, refused_by, refused_at, tracking_number,
               scan_id, device_id, record_key, record_value, record_headers)""";

    /**
     * A replay that is refused again, or a new generation, concerns the same record: its bytes and the first refusal
     * stay. An identical refusal changes nothing.
     */
    static final String UPDATE = """
            ON DUPLICATE KEY UPDATE
              reason = n.reason,
              detail = n.detail,
              refused_again_at = IF(n.refused_at > %1$s.refused_at, n.refused_at, %1$s.refused_again_at)""";

    private static final JsonMapper JSON = new JsonMapper();

    private QuarantineRow() {}

    static Object[] of(QuarantinedScan record) {
        return new Object[] {
            record.getSourceTopic(),
            record.getSourcePartition(),
            record.getSourceOffset(),
            record.getReason(),
            shortened(record.getDetail(), 1024),
            record.getRefusedBy(),
            column(record.getRefusedAt()),
            shortened(record.getTrackingNumber(), 64),
            record.getScanId() == null ? null : record.getScanId().toString(),
            shortened(record.getDeviceId(), 64),
            bytes(record.getKey()),
            bytes(record.getValue()),
            JSON.writeValueAsBytes(headers(record.getHeaders()))
        };
    }

    /** What is shortened here is complete in the record's own bytes. */
    private static @Nullable String shortened(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    private static List<Map<String, @Nullable String>> headers(List<RecordHeader> headers) {
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        for (RecordHeader header : headers) {
            byte[] value = bytes(header.getValue());
            Map<String, @Nullable String> row = new HashMap<>();
            row.put("key", header.getKey());
            row.put("value", value == null ? null : Base64.getEncoder().encodeToString(value));
            rows.add(row);
        }
        return rows;
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
