package com.qualitypost.phoenix.ingest.shipment;

import com.qualitypost.phoenix.ingest.shipment.Outcome.Refusal;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A parcel's facts and what follows from them. Immutable. The state of a parcel is a pure function of the set of its
 * facts: order of arrival and repetitions make no difference.
 */
public final class Shipment {
    /** An operator may exceed the limit by this factor. */
    public static final int OVERRIDDEN_LIMIT = 2;

    private final Rules rules;
    private final Map<UUID, Fact> facts;
    private final Map<UUID, Fact> positions;
    private final CurrentState standing;

    private Shipment(Rules rules, Map<UUID, Fact> facts, Map<UUID, Fact> positions) {
        this(rules, facts, positions, CurrentState.of(facts, rules));
    }

    private Shipment(Rules rules, Map<UUID, Fact> facts, Map<UUID, Fact> positions, CurrentState standing) {
        this.rules = rules;
        this.facts = facts;
        this.positions = positions;
        this.standing = standing;
    }

    /** Restores a parcel from its accepted facts, each id once; a new parcel has none. */
    public static Shipment of(Rules rules, Collection<Fact> accepted) {
        Map<UUID, Fact> facts = new LinkedHashMap<>();
        accepted.forEach(fact -> facts.put(fact.scanId(), fact));
        return new Shipment(rules, facts, Map.of());
    }

    /** The parcel's current state. */
    public CurrentState standing() {
        return standing;
    }

    /** Returns the parcel with this position known: its id is taken, and nothing else changes. */
    public Shipment knowing(Fact position) {
        return new Shipment(rules, facts, plus(positions, position), standing);
    }

    /** Whether a fact or position with this id was accepted. */
    public boolean knows(UUID scanId) {
        return known(scanId) != null;
    }

    /** Judges a fact. */
    public Outcome on(Fact fact) {
        return on(fact, Authority.RULES);
    }

    /** Judges a fact. An operator may override its time, and the limit of facts up to a bound. */
    public Outcome on(Fact fact, Authority decision) {
        Fact known = known(fact.scanId());
        if (fact.clocks().inTheFuture() && decision == Authority.RULES && !isTakenInTheFuture(known)) {
            return new Outcome.Refused(this, Refusal.IN_THE_FUTURE);
        }
        if (known != null) {
            return onKnown(known, fact);
        }
        if (fact.is(Kind.POSITION)) {
            return new Outcome.Located(knowing(fact));
        }
        if (facts.size() >= (decision == Authority.OVERRIDE ? OVERRIDDEN_LIMIT : 1) * rules.maxFacts()) {
            return new Outcome.Refused(this, Refusal.TOO_MANY_FACTS);
        }
        return onNew(fact, decision);
    }

    /** Once an operator has accepted a fact, its copies are ordinary repetitions. */
    private static boolean isTakenInTheFuture(@Nullable Fact known) {
        return known != null && known.clocks().inTheFuture();
    }

    private Outcome onKnown(Fact known, Fact copy) {
        if (!known.saysTheSameAs(copy)) {
            return new Outcome.Refused(this, copy.addsTo(known) ? Refusal.ENRICHED : Refusal.CONFLICT);
        }
        return copy.clocks().receivedBefore(known.clocks())
                ? new Outcome.Retimed(with(copy))
                : new Outcome.Duplicate(this);
    }

    private Outcome onNew(Fact fact, Authority decision) {
        Shipment after = with(fact);
        if (decision == Authority.RULES && fact.ticket() != null && after.standing.hasTicketsOfTwoOrders()) {
            return new Outcome.Refused(this, Refusal.NUMBER_REUSED);
        }
        Entry.@Nullable Note note = after.standing.noteOn(fact);
        if (note == Entry.Note.SHIPPED_AFTER_CANCEL) {
            return new Outcome.Flagged(after, standing.status(), note);
        }
        if (after.standing.status() != standing.status()) {
            return new Outcome.Moved(after, standing.status());
        }
        return after.standing.endsWith(fact) ? new Outcome.Noted(after) : new Outcome.Late(after);
    }

    private Shipment with(Fact fact) {
        return fact.is(Kind.POSITION) ? knowing(fact) : new Shipment(rules, plus(facts, fact), positions);
    }

    private static Map<UUID, Fact> plus(Map<UUID, Fact> facts, Fact fact) {
        Map<UUID, Fact> more = new LinkedHashMap<>(facts);
        more.put(fact.scanId(), fact);
        return more;
    }

    private @Nullable Fact known(UUID scanId) {
        Fact fact = facts.get(scanId);
        return fact != null ? fact : positions.get(scanId);
    }

    /** Who decides on a fact. */
    public enum Authority {
        /** The rules, as for every fact that comes from the field. */
        RULES,
        /** An operator who knows that the rules refused the fact and wants it anyway. */
        OVERRIDE
    }
}
