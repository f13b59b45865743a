package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.answer.LookupRow;
import com.qualitypost.phoenix.query.answer.StoredAnswer;
import com.qualitypost.phoenix.query.database.NodeAnswer;

/** How a lookup ends. */
sealed interface LookupResult {
    /** The answer is there. */
    record Visible(NodeAnswer<LookupRow> found, StoredAnswer answer) implements LookupResult {}

    /** No scan of such a parcel has come through. */
    record Unknown(NodeAnswer<LookupRow> found) implements LookupResult {}

    /** What is there is older than the caller wants. */
    record NotYet(NodeAnswer<LookupRow> found) implements LookupResult {}

    /** The scan that the caller waits for could not be judged, so no answer will ever contain it. */
    record Quarantined(NodeAnswer<LookupRow> found, String reason) implements LookupResult {}

    /** No node answers. */
    record Unavailable() implements LookupResult {}

    /** Too many callers are waiting already. */
    record Crowded() implements LookupResult {}
}
