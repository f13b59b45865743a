package com.qualitypost.phoenix.ingest.shipment.stream;

import com.qualitypost.phoenix.ingest.shipment.Decision;
import com.qualitypost.phoenix.ingest.shipment.Entry;
import com.qualitypost.phoenix.ingest.shipment.Fact;
import com.qualitypost.phoenix.ingest.shipment.Outcome;
import com.qualitypost.phoenix.ingest.shipment.Rules;
import com.qualitypost.phoenix.ingest.shipment.Standing;
import com.qualitypost.phoenix.ingest.wire.Excerpt;
import com.qualitypost.phoenix.schemas.EventOutcome;
import com.qualitypost.phoenix.schemas.Scan;
import com.qualitypost.phoenix.schemas.ShipmentEvent;
import com.qualitypost.phoenix.schemas.ShipmentHistory;
import com.qualitypost.phoenix.schemas.ShipmentState;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules say of one scan, in the words of the topics. */
sealed interface Judgement {

    /** A fact, the memory with it, and the new state unless the fact left it as it was. */
    record Accepted(
            Parcel parcel, ShipmentEvent event, @Nullable ShipmentState state) implements Judgement {}

    /** The memory and the state by today's rules; no state where there is no fact yet. */
    record Refolded(Parcel parcel, @Nullable ShipmentState state) {}

    /** A repetition. */
    record Duplicate() implements Judgement {}

    /** For the quarantine. */
    record Refused(String reason, String advice) implements Judgement {

        static Refused of(Outcome.Refusal refusal) {
            return new Refused(refusal.reason(), refusal.advice());
        }

        static Refused tooLarge(long bytes) {
            return new Refused(
                    "too_large",
                    "This record has %,d bytes, and %,d at most are judged. Only its beginning is kept here; report the scan anew with less."
                            .formatted(bytes, Excerpt.MOST_BYTES));
        }
    }

    /** The parcel is one that today's rules have folded. */
    static Judgement of(Scan scan, Kind kind, Parcel parcel, Decision decision) {
        Fact fact = Facts.fact(scan, kind);
        return switch (parcel.shipment().on(fact, decision)) {
            case Outcome.Moved moved -> accepted(scan, parcel, moved, EventOutcome.MOVED, null);
            case Outcome.Noted noted -> accepted(scan, parcel, noted, EventOutcome.NOTED, null);
            case Outcome.Late late -> accepted(scan, parcel, late, EventOutcome.LATE, null);
            case Outcome.Retimed retimed -> accepted(scan, parcel, retimed, EventOutcome.RETIMED, null);
            case Outcome.Flagged flagged -> accepted(scan, parcel, flagged, EventOutcome.FLAGGED, flagged.flag());
            case Outcome.Located located -> located(scan, parcel);
            case Outcome.Duplicate duplicate -> new Duplicate();
            // What an operator wants although its id is taken becomes a fact of its own: nothing is merged or
            // overwritten.
            case Outcome.Refused refused
            when decision == Decision.OVERRIDE && refused.refusal().isConflictOfContents() ->
                of(OwnId.given(scan), kind, parcel, decision);
            case Outcome.Refused refused -> Refused.of(refused.refusal());
        };
    }

    /** What today's rules make of the facts of a shipment that was folded by others: a new revision. */
    static Refolded refolded(String trackingNumber, ShipmentHistory history, Rules rules) {
        boolean isKnown = history.getRevision() > 0;
        ShipmentHistory renewed = new ShipmentHistory(
                history.getGeneration(),
                isKnown ? history.getRevision() + 1 : 0,
                rules.version(),
                history.getFacts(),
                history.getLastPosition());
        Parcel parcel = Parcel.of(renewed, rules);
        return new Refolded(
                parcel,
                isKnown
                        ? States.state(
                                trackingNumber, renewed, parcel.shipment().standing())
                        : null);
    }

    private static Accepted accepted(
            Scan scan, Parcel parcel, Outcome judged, EventOutcome outcome, Entry.@Nullable Note flag) {
        ShipmentHistory history = parcel.history();
        Standing before = parcel.shipment().standing();
        Standing after = judged.shipment().standing();
        List<Scan> facts = new ArrayList<>(history.getFacts());
        facts.removeIf(known -> known.getScanId().equals(scan.getScanId()));
        facts.add(Parcel.remembered(scan));
        ShipmentHistory grown = new ShipmentHistory(
                history.getGeneration(),
                history.getRevision() + 1,
                history.getRulesVersion(),
                facts,
                history.getLastPosition());
        return new Accepted(
                new Parcel(grown, judged.shipment()),
                event(scan, grown, before, after, outcome, flag),
                States.state(scan.getTrackingNumber(), grown, after));
    }

    private static Accepted located(Scan scan, Parcel parcel) {
        ShipmentHistory history = parcel.history();
        Standing same = parcel.shipment().standing();
        Scan last = history.getLastPosition();
        boolean newer = last == null || last.getCorrectedAt().isBefore(scan.getCorrectedAt());
        ShipmentHistory moved = new ShipmentHistory(
                history.getGeneration(),
                history.getRevision(),
                history.getRulesVersion(),
                history.getFacts(),
                newer ? Parcel.remembered(scan) : last);
        return new Accepted(
                new Parcel(moved, parcel.shipment()), event(scan, moved, same, same, EventOutcome.NOTED, null), null);
    }

    private static ShipmentEvent event(
            Scan scan,
            ShipmentHistory history,
            Standing before,
            Standing after,
            EventOutcome outcome,
            Entry.@Nullable Note flag) {
        return new ShipmentEvent(
                scan.getTrackingNumber(),
                history.getGeneration(),
                history.getRevision(),
                outcome,
                flag == null ? null : States.code(flag),
                States.status(before.status()),
                States.status(after.status()),
                after.reason(),
                after.actionRequired(),
                scan);
    }
}
