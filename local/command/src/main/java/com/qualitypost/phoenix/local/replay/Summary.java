package com.qualitypost.phoenix.local.replay;

import java.time.Duration;
import java.util.Map;

/**
 * The result of a replay.
 *
 * @param rows that could be read
 * @param accepted by the gateway
 * @param facts that were new
 * @param duplicates of what was already known
 * @param quarantined by reason
 * @param rejected by the gateway
 * @param shipments of the file, by status
 */
record Summary(
        long rows,
        long accepted,
        long facts,
        long duplicates,
        Map<String, Long> quarantined,
        long rejected,
        Map<String, Long> shipments,
        Duration took) {}
