package com.qualitypost.phoenix.ingest.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qualitypost.phoenix.ingest.wire.SourceRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sees of a quarantined record in a list.
 *
 * @param refusedAgainAt when a replay of it was refused last; reason and detail are of then
 * @param replay the latest
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
     * That it was sent again.
     *
     * @param outcome what came of it
     */
    record Replay(String replayId, Instant at, String by, String decision, Outcome outcome) {}

    /** What came of a replay. Lower case on the wire. */
    enum Outcome {
        /** Its fact stands in the parcel's history. */
        accepted,
        /** It was refused after the replay. */
        refused_again,
        /** Neither is known: it is under way, or changed nothing. */
        waiting
    }

    EntryCursor cursor() {
        return new EntryCursor(refusedAt, SourceRecord.named(id).orElseThrow());
    }
}
