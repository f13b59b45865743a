package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.ingest.wire.SourceRecord;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A quarantined record as it came, with all its bytes. */
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
