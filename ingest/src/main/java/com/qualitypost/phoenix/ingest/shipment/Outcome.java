package com.qualitypost.phoenix.ingest.shipment;

import com.qualitypost.phoenix.vocabulary.Status;
import java.util.Locale;
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
                "It happened more than 10 minutes after it was received. Set the device's clock, then replay it."),
        CONFLICT("Another scan with this id but other content stands already. Give the second one an id of its own."),
        TOO_MANY_FACTS("The parcel has as many facts as one parcel may have. Look for a device that repeats itself.");

        private final String advice;

        Refusal(String advice) {
            this.advice = advice;
        }

        /** The reason's code. */
        public String reason() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What happened and what to do next. */
        public String advice() {
            return advice;
        }
    }
}
