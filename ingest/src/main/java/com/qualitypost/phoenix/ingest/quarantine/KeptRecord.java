package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.ingest.wire.SourceRecord;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A quarantined record as it came, with all its bytes. */
record KeptRecord(
        SourceRecord id,
        String reason,
        Instant refusedAt,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers) {

    Cursor cursor() {
        return new Cursor(refusedAt, id);
    }
}
