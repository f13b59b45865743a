package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.database.NodeAnswer;

/** How a question ends. */
sealed interface LookupResult {
    /** Here it is. */
    record Visible(NodeAnswer<LookupRow> found, StoredAnswer answer) implements LookupResult {}

    /** No scan of such a parcel has come through. */
    record Unknown(NodeAnswer<LookupRow> found) implements LookupResult {}

    /** What is there is older than the caller wants. */
    record NotYet(NodeAnswer<LookupRow> found) implements LookupResult {}

    /** The scan that the caller waits for could not be judged, so that no answer will ever contain it. */
    record Quarantined(NodeAnswer<LookupRow> found, String reason) implements LookupResult {}

    /** No node answers. */
    record Unavailable() implements LookupResult {}

    /** As many callers are waiting as may. */
    record Crowded() implements LookupResult {}
}
