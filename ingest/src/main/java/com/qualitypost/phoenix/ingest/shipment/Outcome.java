package com.qualitypost.phoenix.ingest.shipment;

import com.qualitypost.phoenix.vocabulary.Status;
import org.jspecify.annotations.Nullable;

/** What one fact did to a shipment. */
public sealed interface Outcome {

    /** The shipment after the fact. */
    Shipment shipment();

    /** The status changed. */
    record Moved(Shipment shipment, @Nullable Status from) implements Outcome {}

    /** The newest word on the parcel; its status stays. */
    record Noted(Shipment shipment) implements Outcome {}

    /** The fact tells of a moment already passed: the timeline grows, the status stays. */
    record Late(Shipment shipment) implements Outcome {}

    /** Accepted, because it happened, but a person has to look. */
    record Flagged(Shipment shipment, @Nullable Status from, Entry.Note flag) implements Outcome {}

    /** A known fact, received earlier than its known copy: its corrected time is that of the earlier receipt. */
    record Retimed(Shipment shipment) implements Outcome {}

    /** Where the vehicle was: kept apart, neither in the fold nor in the timeline. */
    record Located(Shipment shipment) implements Outcome {}

    /** A repetition; it changes nothing. */
    record Duplicate(Shipment shipment) implements Outcome {}

    /** It cannot be judged and goes to the quarantine. */
    record Refused(Shipment shipment, Refusal refusal) implements Outcome {}

    /** Why a fact cannot be judged. An operator can override each of these; what never came to the rules cannot be. */
    enum Refusal {
        IN_THE_FUTURE(
                "in_the_future",
                "It happened more than 10 minutes after it was received. Set the device's clock, then replay it."),
        CONFLICT(
                "conflict",
                "Another scan with this id and different content was accepted before. Give the second one an id of its own."),
        ENRICHED(
                "conflict",
                "A scan with this id exists with fewer details. Report the additional details as a new scan, such as RECORD_UPDATED."),
        NUMBER_REUSED(
                "number_reused",
                "Another order has this tracking number, less than 24 months ago. Give the new parcel a number of its own."),
        TOO_MANY_FACTS(
                "too_many_facts",
                "The parcel has as many facts as one parcel may have. Look for a device that repeats itself.");

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

        /** Whether the id stands for something else already. */
        public boolean isConflictOfContents() {
            return this == CONFLICT || this == ENRICHED;
        }

        /** What happened and what to do next. */
        public String advice() {
            return advice;
        }
    }
}
