package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.web.json.LowerCase;

/** Why an entry cannot be replayed as asked. */
enum ReplayObstacle implements LowerCase {
    NOT_OVERRIDABLE(
            "The rules never saw this record: it cannot be read, has another parcel's key, or has an unknown field or kind."
                    + " Fix the cause and have it judged again, or report the scan as a new one."),
    NOT_REPLAYABLE(
            "The gateway rejected this scan, so it never was on the topic of scans: its bytes are the sender's JSON."
                    + " Have the sender correct it and report it again."),
    NOT_WHOLE("This record was too large to be judged, and only its beginning is kept. Have the sender report the scan"
            + " again with fewer details."),
    NOT_IN_QUARANTINE("There is no such record in the quarantine. Send ids as the list shows them."),
    NOT_REACHED(
            "Kafka or the database stopped answering before this record. Replay it again: nothing takes effect twice.");

    final String advice;

    ReplayObstacle(String advice) {
        this.advice = advice;
    }
}
