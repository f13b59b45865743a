package com.qualitypost.phoenix.ingest.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a replay request did.
 *
 * @param sent records that are on Kafka again
 * @param skipped records that cannot be replayed this way, by reason
 * @param next where to continue, if there are more than one request may replay
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayAnswer(
        UUID replayId,
        long sent,
        Map<ReplayObstacle, Long> skipped,
        @Nullable String next) {}
