package com.qualitypost.phoenix.ingest.shipment;

import static com.qualitypost.phoenix.vocabulary.Status.CANCELLED;
import static com.qualitypost.phoenix.vocabulary.Status.CREATED;
import static com.qualitypost.phoenix.vocabulary.Status.DELIVERED;
import static com.qualitypost.phoenix.vocabulary.Status.FAILED;
import static com.qualitypost.phoenix.vocabulary.Status.RETURNED;
import static com.qualitypost.phoenix.vocabulary.Status.RETURNING;

import com.qualitypost.phoenix.ingest.shipment.service.TimeWindow;
import com.qualitypost.phoenix.ingest.shipment.service.WorkingDays;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Reason;
import com.qualitypost.phoenix.vocabulary.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through the facts from first to last; each one changes the status if the current status allows it. */
final class Fold {
    private @Nullable Status status;
    private @Nullable Status previousStatus;
    private @Nullable Instant statusSince;
    private @Nullable Fact decisive;
    private final Tickets tickets = new Tickets();
    private @Nullable Fact order;
    private boolean needsReview;
    private final List<Entry> timeline = new ArrayList<>();
    private final WorkingDays workingDays;

    Fold(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    CurrentState over(List<Fact> sorted) {
        sorted.forEach(this::add);
        Ticket ticket = order == null ? null : tickets.merged();
        return new CurrentState(
                status,
                previousStatus,
                statusSince,
                decisive == null ? null : decisive.reason(),
                decisive != null && actionRequired(decisive),
                needsReview,
                ticket,
                decisive == null ? null : decisive.delivery(),
                promised(ticket),
                List.copyOf(timeline));
    }

    private void add(Fact fact) {
        Ticket said = fact.ticket();
        if (said != null) {
            tickets.add(said);
            order = order == null ? fact : order;
        }
        Status next = fact.status().orElse(null);
        boolean moves = next != null && mayBecome(status, next);
        timeline.add(new Entry(fact, moves && next != status, note(fact, moves, next)));
        if (next != null && moves) {
            become(next, fact);
        }
    }

    private @Nullable TimeWindow promised(@Nullable Ticket ticket) {
        return ticket == null || order == null ? null : new Promise(ticket, order, workingDays).window();
    }

    private void become(Status next, Fact fact) {
        decisive = fact;
        if (next != status) {
            needsReview |= status == CANCELLED;
            previousStatus = status;
            status = next;
            statusSince = fact.clocks().correctedAt();
        }
    }

    private Entry.@Nullable Note note(Fact fact, boolean moves, @Nullable Status next) {
        if (fact.is(Kind.CORRECTION)) {
            return Entry.Note.CORRECTED;
        }
        if (moves && next != status && status == FAILED) {
            return Entry.Note.FOUND;
        }
        return moves && next != status && status == CANCELLED ? Entry.Note.SHIPPED_AFTER_CANCEL : null;
    }

    /** Law 2 of the domain: whether one status may follow another. */
    static boolean mayBecome(@Nullable Status from, Status next) {
        if (from == null || from == CREATED) {
            return true;
        }
        // A late ticket completes the shipment but does not move it.
        if (next == CREATED) {
            return false;
        }
        return switch (from) {
            case DELIVERED -> next == RETURNING || next == RETURNED;
            case RETURNING -> next == RETURNING || next == RETURNED || next == DELIVERED || next == FAILED;
            case RETURNED -> false;
            case FAILED -> next == FAILED || isCustody(next);
            case CANCELLED -> next == CANCELLED || isCustody(next);
            case CREATED, PICKED_UP, IN_TRANSIT, ON_HOLD, OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED, AVAILABLE_FOR_PICKUP ->
                true;
        };
    }

    /** Whether the parcel must have been in our hands for this to happen. */
    private static boolean isCustody(Status status) {
        return status != CREATED && status != FAILED && status != CANCELLED;
    }

    private static boolean actionRequired(Fact fact) {
        return fact.is(Kind.ADDRESS_QUERY)
                || fact.is(Kind.READY_FOR_PICKUP)
                || Reason.coded(fact.reason() == null ? "" : fact.reason())
                        .map(Reason::actionRequired)
                        .orElse(false);
    }
}
