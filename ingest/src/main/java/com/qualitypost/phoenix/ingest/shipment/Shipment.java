package com.qualitypost.phoenix.ingest.shipment;

import com.qualitypost.phoenix.ingest.shipment.Outcome.Refusal;
import com.qualitypost.phoenix.vocabulary.Kind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A parcel's facts and what follows from them. Immutable. Where the parcel stands is a pure function of the set of its
 * facts: their order of arrival and repetitions make no difference.
 */
public final class Shipment {

    /** Grows when the same facts may fold to something else than before. */
    public static final int RULES_VERSION = 1;

    /** All ids of a parcel are kept; this bounds what one parcel can cost. */
    public static final int MAX_FACTS = 1_000;

    /** How many times the limit an operator may go. */
    private static final int OVERRIDDEN_LIMIT = 2;

    private static final Shipment UNHEARD_OF = new Shipment(Map.of(), Standing.of(Map.of()));

    private final Map<UUID, Fact> facts;
    private final Standing standing;

    private Shipment(Map<UUID, Fact> facts, Standing standing) {
        this.facts = facts;
        this.standing = standing;
    }

    /** A parcel of which nothing is known yet. */
    public static Shipment unheardOf() {
        return UNHEARD_OF;
    }

    /** The parcel of which these facts, each id once, were accepted before. */
    public static Shipment of(Collection<Fact> accepted) {
        Map<UUID, Fact> facts = new LinkedHashMap<>();
        accepted.forEach(fact -> facts.put(fact.scanId(), fact));
        return new Shipment(facts, Standing.of(facts));
    }

    /** Where the parcel stands. */
    public Standing standing() {
        return standing;
    }

    /** Judges a fact. */
    public Outcome on(Fact fact) {
        return on(fact, Decision.RULES);
    }

    /** Judges a fact. An operator has the last word on when it happened, and on more facts than usual up to a bound. */
    public Outcome on(Fact fact, Decision decision) {
        Fact known = facts.get(fact.scanId());
        if (fact.clocks().inTheFuture() && decision == Decision.RULES && !isTakenInTheFuture(known)) {
            return new Outcome.Refused(this, Refusal.IN_THE_FUTURE);
        }
        if (known != null) {
            return onKnown(known, fact);
        }
        if (fact.kind() == Kind.POSITION) {
            return new Outcome.Located(this);
        }
        if (facts.size() >= (decision == Decision.OVERRIDE ? OVERRIDDEN_LIMIT * MAX_FACTS : MAX_FACTS)) {
            return new Outcome.Refused(this, Refusal.TOO_MANY_FACTS);
        }
        return onNew(fact);
    }

    /** Once an operator has taken a fact, its copies are repetitions like any other. */
    private static boolean isTakenInTheFuture(@Nullable Fact known) {
        return known != null && known.clocks().inTheFuture();
    }

    private Outcome onKnown(Fact known, Fact copy) {
        if (!known.saysTheSameAs(copy)) {
            return new Outcome.Refused(this, Refusal.CONFLICT);
        }
        return copy.clocks().receivedBefore(known.clocks())
                ? new Outcome.Retimed(with(copy))
                : new Outcome.Duplicate(this);
    }

    private Outcome onNew(Fact fact) {
        Shipment after = with(fact);
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
        Map<UUID, Fact> more = new LinkedHashMap<>(facts);
        more.put(fact.scanId(), fact);
        return new Shipment(more, Standing.of(more));
    }
}
