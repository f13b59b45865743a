package com.qualitypost.phoenix.ingest.shipment;

import com.qualitypost.phoenix.vocabulary.Status;
import org.jspecify.annotations.Nullable;

/** What one fact did to a shipment. */
public sealed interface Outcome {
    /** The shipment after the fact. */
    Shipment shipment();

    /** The status changed. */
    record Moved(Shipment shipment, @Nullable Status from) implements Outcome {}

    /** It is the newest fact of the parcel, but the status stays. */
    record Noted(Shipment shipment) implements Outcome {}

    /** It happened before the newest fact: the timeline grows, the status stays. */
    record Late(Shipment shipment) implements Outcome {}

    /** Accepted, because it happened, but a person has to look at it. */
    record Flagged(Shipment shipment, @Nullable Status from, Entry.Note flag) implements Outcome {}

    /**
     * A known fact that was received earlier than its known copy; its corrected time becomes that of the earlier
     * receipt.
     */
    record Retimed(Shipment shipment) implements Outcome {}

    /** The vehicle's position: kept separately, neither in the fold nor in the timeline. */
    record Located(Shipment shipment) implements Outcome {}

    /** A repetition; it changes nothing. */
    record Duplicate(Shipment shipment) implements Outcome {}

    /** It cannot be judged and goes to the quarantine. */
    record Refused(Shipment shipment, Refusal refusal) implements Outcome {}

    /**
     * Why a fact cannot be judged. An operator can override all of these, but not a rejection that came before the
     * rules.
     */
    enum Refusal {
        IN_THE_FUTURE(
                "in_the_future",
                "This scan is dated more than 10 minutes after it was received. Set the device's clock, then replay the scan."),
        CONFLICT(
                "conflict",
                "Another scan with this id but different content was accepted before. Send this one again with an id of its own."),
        ENRICHED(
                "conflict",
                "A scan with this id exists with fewer details. Report the additional details as a new scan, such as RECORD_UPDATED."),
        NUMBER_REUSED(
                "number_reused",
                "Another order used this tracking number less than 24 months ago. Give the new parcel a number of its own."),
        TOO_MANY_FACTS(
                "too_many_facts",
                "The parcel has reached the limit of facts per parcel. Look for a device that repeats itself.");

        private final String reason;
        private final String advice;

        Refusal(String reason, String advice) {
            this.reason = reason;
            this.advice = advice;
        }

        /** The reason's code. */
        public String reason() {
            return reason;
        }

        /** Whether the id already belongs to different content. */
        public boolean isConflictOfContents() {
            return this == CONFLICT || this == ENRICHED;
        }

        /** What happened and what to do next. */
        public String advice() {
            return advice;
        }
    }
}
