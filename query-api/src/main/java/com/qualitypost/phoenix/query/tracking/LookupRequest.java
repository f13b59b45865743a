package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.answer.LookupRow;
import com.qualitypost.phoenix.query.answer.StoredAnswer;
import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.http.Language;
import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to know, and which answers are new enough.
 *
 * @param after the id of a scan that the answer must contain
 * @param minRevision 0 if any will do
 * @param patience how long to wait for an answer that is new enough
 */
record LookupRequest(
        TrackingNumber number, Language language, @Nullable String after, long minRevision, Duration patience) {
    /** Whether only some answers are new enough. */
    boolean isForWhatIsNew() {
        return after != null || minRevision > 0;
    }

    LookupResult judge(NodeAnswer<LookupRow> found) {
        LookupRow lookup = found.found();
        StoredAnswer answer = lookup.answer();
        if (after != null && lookup.scan() == null && lookup.refusedBecause() != null) {
            return new LookupResult.Quarantined(found, lookup.refusedBecause());
        }
        if (!isNewEnough(answer, lookup.scan())) {
            return new LookupResult.NotYet(found);
        }
        return answer == null ? new LookupResult.Unknown(found) : new LookupResult.Visible(found, answer);
    }

    private boolean isNewEnough(@Nullable StoredAnswer answer, @Nullable Version scan) {
        if (!isForWhatIsNew()) {
            return true;
        }
        if (answer == null || answer.version().revision() < minRevision) {
            return false;
        }
        return after == null || scan != null && !answer.version().isBefore(scan);
    }
}
