package com.qualitypost.phoenix.projections.rebuild;

import com.qualitypost.phoenix.projections.merchant.MerchantShipments;
import com.qualitypost.phoenix.projections.projector.Projector;
import com.qualitypost.phoenix.projections.projector.Projector.NotOwnerException;
import com.qualitypost.phoenix.projections.rebuild.Comparison.Difference;
import com.qualitypost.phoenix.projections.rebuild.Comparison.Part;
import com.qualitypost.phoenix.tables.Outage;
import com.qualitypost.phoenix.tables.Stride;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * Rebuilds all answers and lists from the tables, part by part, each in a short transaction between two batches. What
 * is correct is not touched; what is wrong is corrected, gets a change number and is announced with its part.
 * Afterwards everything that was committed before it began is in the answers.
 */
final class Filling {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final long epoch;
    private final Parts parts;
    private final Progress progress;
    private final Stride stride = new Stride(ROWS_AT_ONCE);

    /** What a filling works with. */
    record Parts(Projector projector, Comparison comparison, Repair repair, MerchantShipments merchants) {}

    Filling(long epoch, Parts parts, Progress progress) {
        this.epoch = epoch;
        this.parts = parts;
        this.progress = progress;
    }

    void run() throws InterruptedException {
        @Nullable String last = "";
        while (last != null) {
            last = endOfPartAfter(last);
        }
        patiently(() -> parts.projector.align(epoch));
    }

    private @Nullable String endOfPartAfter(String last) throws InterruptedException {
        AtomicReference<Done> done = new AtomicReference<>();
        patiently(() -> parts.projector.between(epoch, position -> {
            Part part = parts.comparison.after(last, stride.rows());
            parts.merchants.removeOrphans(last, part.end());
            SortedMap<String, Difference> differences = part.differences().isEmpty()
                    ? part.differences()
                    : parts.comparison.committedOf(
                            new TreeSet<>(part.differences().keySet()));
            done.set(new Done(part, differences));
            return parts.repair.repaired(position, differences);
        }));
        Part part = done.get().part();
        progress.compared(part.compared(), done.get().repaired());
        if (part.end() != null) {
            stride.fitted(part.compared());
        }
        stride.wentWell();
        return part.end();
    }

    /** A part, and what was repaired in it. */
    private record Done(Part part, SortedMap<String, Difference> repaired) {}

    /** If the database takes too long a smaller part is tried, and if it is away it is waited for. */
    private void patiently(Runnable step) throws InterruptedException {
        while (true) {
            try {
                step.run();
                return;
            } catch (RuntimeException e) {
                if (!Outage.isOne(e) && !(e instanceof PessimisticLockingFailureException)) {
                    throw e;
                }
                progress.waits(String.valueOf(
                        NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
                stride.wasTooLong();
                Thread.sleep(PAUSE);
                requireOwnership();
            }
        }
    }

    private void requireOwnership() {
        if (parts.projector.position().filter(now -> now.epoch() == epoch).isEmpty()) {
            throw new NotOwnerException(
                    "Another process, or another epoch, owns the projections now; start the rebuild there");
        }
    }
}
