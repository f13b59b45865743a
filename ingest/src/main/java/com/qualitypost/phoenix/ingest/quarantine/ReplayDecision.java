package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.ingest.shipment.Outcome.Refusal;
import java.util.Arrays;

/** What an operator wants of a record. Lower case on the wire. */
enum ReplayDecision {
    /** Judged by today's rules. */
    judge_again,
    /** Taken although the rules refused it. */
    override;

    /** Only the rules' own refusals can be overridden: what they never saw they cannot accept. */
    boolean isPossible(String reason) {
        return this == judge_again
                || Arrays.stream(Refusal.values())
                        .anyMatch(refusal -> refusal.reason().equals(reason));
    }
}
