package com.qualitypost.phoenix.projections.projector;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes a batch into all projections and moves the position, in one transaction that only the owner can commit. */
@Component
public class Projector {
    /** Changes up to this number are committed. */
    public record Committed(long changeSeq) {}

    private final CdcPositions positions;
    private final ProjectorSettings settings;
    private final List<Projection> projections;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    // Fair, so that a rebuild and the stream of batches take turns.
    private final Lock turn = new ReentrantLock(true);
    private volatile @Nullable Position current;
    private boolean isDoubtful;

    Projector(
            CdcPositions positions,
            ProjectorSettings settings,
            List<Projection> projections,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.positions = positions;
        this.settings = settings;
        this.projections = projections;
        this.transactions = transactions;
        this.events = events;
    }

    /** The position that this process owns; empty while another process owns the projections. */
    public Optional<Position> position() {
        return Optional.ofNullable(current);
    }

    /** Claims a new epoch; empty while another owner's lease is running. */
    public Optional<Position> takeOver(String owner) {
        turn.lock();
        try {
            current = null;
            Optional<Position> claimed = positions.claim(owner, settings.lease());
            isDoubtful = false;
            current = claimed.orElse(null);
            return claimed;
        } finally {
            turn.unlock();
        }
    }

    /** Gives the lease back, so that the next owner need not wait until it expires. */
    public void giveBack() {
        turn.lock();
        try {
            Position owned = current;
            current = null;
            if (owned != null) {
                positions.release(owned.epoch());
            }
        } finally {
            turn.unlock();
        }
    }

    /** Drops a position from which nobody can continue: the projections are then rebuilt from the tables. */
    public Position forget(long epoch) {
        inTurn(epoch, position -> move(position, CdcPositions.afterBreak(position), null));
        return position().orElseThrow(() -> lost(epoch));
    }

    /**
     * Records that everything committed before the newest batch is in the projections, so that reading may continue
     * there.
     */
    public void align(long epoch) {
        inTurn(epoch, position -> position.aligned() ? position : move(position, position.made(), null));
    }

    /** Fails if another process took over, or if the server is no longer the one that this epoch reads from. */
    public void requireOwnership(long epoch) {
        if (!positions.owns(epoch)) {
            throw lost(epoch);
        }
    }

    /** Shows that this owner is alive while no batches show it yet. */
    public void renewLease(long epoch) {
        if (!positions.renew(epoch, settings.lease())) {
            throw lost(epoch);
        }
    }

    /** Writes a batch that was read in this epoch; throws {@link NotOwnerException} if another process took over. */
    public void apply(long epoch, ChangeBatch batch) {
        inTurn(epoch, position -> {
            Position next = position.after(batch.position(), position.changeSeq() + batch.changes());
            move(position, next, position.aligned() ? batch.beat() : null);
            projections.forEach(projection -> projection.apply(batch, position.changeSeq()));
            return next;
        });
    }

    /** Does other work in a transaction of its own between two batches; it may number further changes. */
    public void between(long epoch, UnaryOperator<Position> work) {
        inTurn(epoch, position -> {
            renewLease(epoch);
            Position next = work.apply(position);
            if (next.changeSeq() != position.changeSeq() && !positions.numberChanges(epoch, next.changeSeq())) {
                throw lost(epoch);
            }
            return next;
        });
    }

    private Position move(Position from, Position to, @Nullable Instant beat) {
        if (!positions.advance(from, to, beat, settings.lease())) {
            throw lost(from.epoch());
        }
        return to;
    }

    private void inTurn(long epoch, UnaryOperator<Position> step) {
        turn.lock();
        try {
            Position before = current;
            if (before == null || before.epoch() != epoch) {
                throw lost(epoch);
            }
            Position after = execute(before, step);
            current = after;
            if (after.changeSeq() != before.changeSeq()) {
                events.publishEvent(new Committed(after.changeSeq()));
            }
        } finally {
            turn.unlock();
        }
    }

    /** A commit that failed may have succeeded anyway, or still succeed: then its numbers are taken. */
    private Position execute(Position before, UnaryOperator<Position> step) {
        try {
            Position after = transactions.execute(
                    _ -> step.apply(isDoubtful ? before.numbered(positions.newestChange(before.epoch())) : before));
            isDoubtful = false;
            return after;
        } catch (RuntimeException | Error e) {
            isDoubtful = true;
            throw e;
        }
    }

    private static NotOwnerException lost(long epoch) {
        return new NotOwnerException("Epoch " + epoch
                + " has ended: another process owns the projections now, or another database server answers");
    }

    /** Another process writes the projections now; nothing of this attempt has been written. */
    public static class NotOwnerException extends RuntimeException {
        public NotOwnerException(String message) {
            super(message);
        }
    }
}
