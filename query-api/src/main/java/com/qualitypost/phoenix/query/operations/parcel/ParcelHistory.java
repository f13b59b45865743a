package com.qualitypost.phoenix.query.operations.parcel;

import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.HasFreshness;
import com.qualitypost.phoenix.vocabulary.PlainText;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel's facts, the last first, and what was refused of it.
 *
 * @param status the parcel's now; null if it has none, or none yet
 * @param decisive with which the status changed last; null if nothing ever changed it
 * @param isMore there are more facts, on the next page
 * @param isRefusedCut more was refused than is shown
 */
record ParcelHistory(
        Freshness freshness,
        @Nullable String status,
        @Nullable JudgedFact decisive,
        List<JudgedFact> facts,
        boolean isMore,
        List<RefusedScan> refused,
        boolean isRefusedCut)
        implements HasFreshness {
    /** What is in the quarantine under the parcel's number. */
    record RefusedScan(
            LocalDateTime at,
            String reason,
            String detail,
            String by,
            @Nullable String scanId,
            @Nullable String deviceId) {
        /** As it may be shown, whoever reported it. */
        public String shown(String value) {
            return PlainText.shown(value);
        }
    }

    /** It is not that fact that gave the status: all were folded again since, for a corrected time or by newer rules. */
    public boolean isFoldedAgain() {
        return status != null && decisive != null && !status.equals(decisive.status());
    }
}
