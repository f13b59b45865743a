package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.ingest.wire.SourceRecord;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A quarantined record with all its bytes, as it arrived. */
record QuarantinedRecord(
        SourceRecord id,
        String reason,
        Instant refusedAt,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers) {
    EntryCursor cursor() {
        return new EntryCursor(refusedAt, id);
    }
}
