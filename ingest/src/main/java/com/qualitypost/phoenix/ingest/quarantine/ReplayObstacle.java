package com.qualitypost.phoenix.ingest.quarantine;

/** Why an entry cannot be replayed as asked. Lower case on the wire. */
enum ReplayObstacle {
    not_overridable(
            "The rules never saw this record: it cannot be read, stands under another parcel's key, or has a field or a kind"
                    + " that does not exist. Have it judged again once that is mended, or report the scan anew."),
    not_replayable(
            "This was refused at the door and never stood on the topic of scans: its bytes are the sender's JSON."
                    + " Have the sender mend it and report it anew."),
    not_whole(
            "This record was larger than any that is judged, and only its beginning is kept. Have the sender report the scan"
                    + " anew with less."),
    not_in_quarantine("There is no such record in the quarantine. Send ids as the list shows them."),
    not_reached(
            "Kafka or the database stopped answering before this record. Replay it again: nothing takes effect twice.");

    final String advice;

    ReplayObstacle(String advice) {
        this.advice = advice;
    }
}
