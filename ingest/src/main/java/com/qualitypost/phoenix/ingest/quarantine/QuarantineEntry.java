package com.qualitypost.phoenix.ingest.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qualitypost.phoenix.ingest.wire.SourceRecord;
import com.qualitypost.phoenix.web.json.LowerCase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A quarantined record as operators see it in the list.
 *
 * @param refusedAgainAt when its latest refused replay was refused; reason and detail are from then
 * @param replay the latest one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuarantineEntry(
        String id,
        String reason,
        String detail,
        String refusedBy,
        Instant refusedAt,
        @Nullable Instant refusedAgainAt,
        @Nullable String trackingNumber,
        @Nullable String scanId,
        @Nullable String deviceId,
        @Nullable Replay replay) {
    /**
     * One replay of the record.
     *
     * @param outcome what came of it
     */
    record Replay(String replayId, Instant at, String by, String decision, Outcome outcome) {}

    /** What came of a replay. */
    enum Outcome implements LowerCase {
        /** The fact is in the parcel's history. */
        ACCEPTED,
        /** The record was refused again after the replay. */
        REFUSED_AGAIN,
        /** Neither is known: the replay is under way, or changed nothing. */
        WAITING
    }

    EntryCursor cursor() {
        return new EntryCursor(refusedAt, SourceRecord.named(id).orElseThrow());
    }
}
