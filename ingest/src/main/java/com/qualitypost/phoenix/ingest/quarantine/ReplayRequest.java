package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.ingest.json.Exact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to replay, and who decided it.
 *
 * @param by the operator
 * @param decision {@code judge_again} by default
 * @param ids of records, as the list shows them
 * @param filter instead of ids
 * @param after with a filter: where the last answer ended
 */
record ReplayRequest(
        @NotBlank(message = "is missing: say who decides") @Size(max = 64, message = "must have at most 64 characters")
        String by,

        @Nullable ReplayDecision decision,

        @Size(max = MAX_RECORDS, message = "must have at most 10,000 ids") @Nullable
        List<@NotNull(message = "must be a text") String> ids,

        @Valid @Nullable QuarantineFilter filter,
        @Nullable String after)
        implements Exact {
    static final int MAX_RECORDS = 10_000;

    /** Requires a list of ids, or a filter by reason or device, so that nobody replays everything by mistake. */
    @AssertTrue(message = "send ids, or a filter with a reason or a device")
    boolean isBounded() {
        return ids != null ? filter == null : filter != null && filter.isNarrow();
    }
}
