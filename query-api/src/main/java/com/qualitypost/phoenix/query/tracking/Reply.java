package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.database.Answer;

/** How a question ends. */
sealed interface Reply {
    /** Here it is. */
    record Visible(Answer<Lookup> found, StoredAnswer answer) implements Reply {}

    /** No scan of such a parcel has come through. */
    record Unknown(Answer<Lookup> found) implements Reply {}

    /** What is there is older than the caller wants. */
    record NotYet(Answer<Lookup> found) implements Reply {}

    /** The scan that the caller waits for could not be judged, so that no answer will ever contain it. */
    record Quarantined(Answer<Lookup> found, String reason) implements Reply {}

    /** No node answers. */
    record Unavailable() implements Reply {}

    /** As many callers are waiting as may. */
    record Crowded() implements Reply {}
}
