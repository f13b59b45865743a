package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.ingest.shipment.Outcome.Refusal;
import com.qualitypost.phoenix.web.json.LowerCase;
import java.util.Arrays;

/** What an operator wants done with a record. */
enum ReplayDecision implements LowerCase {
    /** Judge it by today's rules. */
    JUDGE_AGAIN,
    /** Accept it although the rules refused it. */
    OVERRIDE;

    /** Only refusals by the rules can be overridden: what the rules never saw they cannot accept. */
    boolean isPossible(String reason) {
        return this == JUDGE_AGAIN
                || Arrays.stream(Refusal.values())
                        .anyMatch(refusal -> refusal.reason().equals(reason));
    }
}
