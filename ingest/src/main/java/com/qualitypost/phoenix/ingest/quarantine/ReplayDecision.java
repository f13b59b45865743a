package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.ingest.shipment.Outcome.Refusal;
import java.util.Arrays;

/** What an operator wants done with a record. Lower case, because the names go over the wire. */
enum ReplayDecision {
    /** Judge it by today's rules. */
    judge_again,
    /** Accept it although the rules refused it. */
    override;

    /** Only refusals by the rules can be overridden: what the rules never saw they cannot accept. */
    boolean isPossible(String reason) {
        return this == judge_again
                || Arrays.stream(Refusal.values())
                        .anyMatch(refusal -> refusal.reason().equals(reason));
    }
}
