package com.qualitypost.phoenix.ingest.stream;

import com.qualitypost.phoenix.ingest.shipment.CurrentState;
import com.qualitypost.phoenix.ingest.shipment.Entry;
import com.qualitypost.phoenix.ingest.shipment.Outcome;
import com.qualitypost.phoenix.ingest.shipment.Rules;
import com.qualitypost.phoenix.ingest.shipment.Shipment;
import com.qualitypost.phoenix.ingest.shipment.Shipment.Authority;
import com.qualitypost.phoenix.ingest.stream.record.AvroFacts;
import com.qualitypost.phoenix.ingest.stream.record.AvroStates;
import com.qualitypost.phoenix.ingest.stream.record.ContentId;
import com.qualitypost.phoenix.schemas.EventOutcome;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import com.qualitypost.phoenix.schemas.ShipmentState;
import com.qualitypost.phoenix.vocabulary.Kind;
import org.jspecify.annotations.Nullable;

/** What the rules say about one scan, in the records of the topics. */
sealed interface Judgement {
    /**
     * A fact, the memory that includes it, and the new state; a position leaves both unchanged unless the parcel starts
     * with it.
     */
    record Accepted(
            ParcelMemory parcel,
            ShipmentEvent event,
            @Nullable ShipmentState state) implements Judgement {}

    /** The memory and the state by today's rules; no state if there is no fact yet. */
    record Refolded(ParcelMemory parcel, @Nullable ShipmentState state) {}

    /** A repetition. */
    record Duplicate() implements Judgement {}

    /** For the quarantine. */
    record Refused(String reason, String advice) implements Judgement {
        static Refused of(Outcome.Refusal refusal) {
            return new Refused(refusal.reason(), refusal.advice());
        }
    }

    /** Judges a scan; the parcel has to be folded by today's rules. */
    static Judgement of(Scan scan, ParcelMemory parcel, PositionStore positions, Authority decision) {
        Shipment shipment = positions.tellOf(scan, parcel);
        if (Kind.named(scan.getKind()).isEmpty() && !shipment.knows(scan.getScanId())) {
            return new Refused(
                    "unknown_kind",
                    "This version does not know the kind %s. Deploy one that does, then replay the scan."
                            .formatted(scan.getKind()));
        }
        return switch (shipment.on(AvroFacts.fact(scan), decision)) {
            case Outcome.Moved moved -> accepted(scan, parcel, moved, EventOutcome.MOVED, null);
            case Outcome.Noted noted -> accepted(scan, parcel, noted, EventOutcome.NOTED, null);
            case Outcome.Late late -> accepted(scan, parcel, late, EventOutcome.LATE, null);
            case Outcome.Retimed retimed when PositionStore.isOne(scan) -> located(scan, parcel, EventOutcome.RETIMED);
            case Outcome.Retimed retimed -> accepted(scan, parcel, retimed, EventOutcome.RETIMED, null);
            case Outcome.Flagged flagged -> accepted(scan, parcel, flagged, EventOutcome.FLAGGED, flagged.flag());
            case Outcome.Located located -> located(scan, parcel, EventOutcome.NOTED);
            case Outcome.Duplicate duplicate -> new Duplicate();
            // A fact that an operator accepts although its id is taken gets an id of its own: nothing is merged or
            // overwritten.
            case Outcome.Refused refused
            when decision == Authority.OVERRIDE && refused.refusal().isConflictOfContents() ->
                of(ContentId.given(scan), parcel, positions, decision);
            case Outcome.Refused refused -> Refused.of(refused.refusal());
        };
    }

    /** What today's rules make of a shipment that other rules have folded: a new revision. */
    static Refolded refolded(String trackingNumber, ShipmentHistory history, Rules rules) {
        boolean isKnown = history.getRevision() > 0;
        ShipmentHistory renewed = new ShipmentHistory(
                history.getGeneration(),
                isKnown ? history.getRevision() + 1 : 0,
                rules.version(),
                history.getFacts(),
                history.getLastPosition());
        ParcelMemory parcel = ParcelMemory.of(renewed, rules);
        return new Refolded(
                parcel,
                isKnown
                        ? AvroStates.state(
                                trackingNumber, renewed, parcel.shipment().standing())
                        : null);
    }

    private static Accepted accepted(
            Scan scan, ParcelMemory parcel, Outcome judged, EventOutcome outcome, Entry.@Nullable Note flag) {
        CurrentState before = parcel.shipment().standing();
        CurrentState after = judged.shipment().standing();
        ParcelMemory grown = parcel.with(scan, judged.shipment());
        return new Accepted(
                grown,
                event(scan, grown.history(), before, after, outcome, flag),
                AvroStates.state(scan.getTrackingNumber(), grown.history(), after));
    }

    /** A parcel without other facts starts with a position too: otherwise nobody could see that it was accepted. */
    private static Accepted located(Scan scan, ParcelMemory parcel, EventOutcome outcome) {
        ShipmentHistory history = parcel.history();
        CurrentState same = parcel.shipment().standing();
        if (history.getRevision() > 0) {
            return new Accepted(parcel, event(scan, history, same, same, outcome, null), null);
        }
        ShipmentHistory born = new ShipmentHistory(
                history.getGeneration(), 1L, history.getRulesVersion(), history.getFacts(), history.getLastPosition());
        return new Accepted(
                parcel.with(born),
                event(scan, born, same, same, outcome, null),
                AvroStates.state(scan.getTrackingNumber(), born, same));
    }

    private static ShipmentEvent event(
            Scan scan,
            ShipmentHistory history,
            CurrentState before,
            CurrentState after,
            EventOutcome outcome,
            Entry.@Nullable Note flag) {
        return new ShipmentEvent(
                scan.getTrackingNumber(),
                history.getGeneration(),
                history.getRevision(),
                outcome,
                flag == null ? null : AvroStates.code(flag),
                AvroStates.status(before.status()),
                AvroStates.status(after.status()),
                after.reason(),
                after.actionRequired(),
                scan);
    }
}
