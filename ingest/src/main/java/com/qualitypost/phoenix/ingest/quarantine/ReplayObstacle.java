package com.qualitypost.phoenix.ingest.quarantine;

/** Why an entry cannot be replayed as asked. Lower case, because the names go over the wire. */
enum ReplayObstacle {
    not_overridable(
            "The rules never saw this record: it cannot be read, has another parcel's key, or has an unknown field or kind."
                    + " Fix the cause and have it judged again, or report the scan as a new one."),
    not_replayable(
            "The gateway rejected this scan, so it never was on the topic of scans: its bytes are the sender's JSON."
                    + " Have the sender correct it and report it again."),
    not_whole("This record was too large to be judged, and only its beginning is kept. Have the sender report the scan"
            + " again with fewer details."),
    not_in_quarantine("There is no such record in the quarantine. Send ids as the list shows them."),
    not_reached(
            "Kafka or the database stopped answering before this record. Replay it again: nothing takes effect twice.");

    final String advice;

    ReplayObstacle(String advice) {
        this.advice = advice;
    }
}
