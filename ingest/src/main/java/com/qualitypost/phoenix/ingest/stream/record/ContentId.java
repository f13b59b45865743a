package com.qualitypost.phoenix.ingest.stream.record;

import com.qualitypost.phoenix.ingest.wire.AvroMaps;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.vocabulary.ScanId;
import java.util.List;
import java.util.UUID;

/**
 * Makes a new id for a scan whose own id belongs to different content: a UUIDv5 of that id and of what the scan says.
 */
public final class ContentId {
    /** Fields that the gateway adds, and that are not content. */
    private static final List<String> NOT_SAID =
            List.of("scan_id", "corrected_at", "received_at", "time_quality", "attributes");

    private ContentId() {}

    public static UUID of(Scan scan) {
        var content = AvroMaps.of(scan);
        content.keySet().removeAll(NOT_SAID);
        return ScanId.v5(scan.getScanId(), content.toString());
    }

    /** The same scan with its new id. */
    public static Scan given(Scan scan) {
        return Scan.newBuilder(scan).setScanId(of(scan)).build();
    }
}
