package com.qualitypost.phoenix.ingest.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done of a request.
 *
 * @param sent records that are on Kafka again
 * @param skipped records that cannot be replayed so, by the reason why
 * @param next where to go on, if there is more than one request may replay
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayAnswer(
        UUID replayId,
        long sent,
        Map<ReplayObstacle, Long> skipped,
        @Nullable String next) {}
