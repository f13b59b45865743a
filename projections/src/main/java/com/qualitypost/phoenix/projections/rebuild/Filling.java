package com.qualitypost.phoenix.projections.rebuild;

import static java.util.stream.Collectors.toMap;

import com.qualitypost.phoenix.projections.merchant.MerchantShipments;
import com.qualitypost.phoenix.projections.projector.Projector;
import com.qualitypost.phoenix.projections.projector.Shipment;
import com.qualitypost.phoenix.projections.rebuild.LiveRows.LiveRow;
import com.qualitypost.phoenix.projections.tracking.ShadowTables;
import com.qualitypost.phoenix.projections.tracking.TrackingProjector;
import com.qualitypost.phoenix.projections.tracking.TrackingRow;
import com.qualitypost.phoenix.projections.tracking.TrackingRows;
import com.qualitypost.phoenix.projections.tracking.TrackingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills the table beside the live one and swaps the two: then all that was committed before it began is in the live one.
 *
 * <p>A row that nobody can tell from the live one keeps its change number. Other rows get numbers at the swap, when they
 * become visible, so that they are announced then; until then their numbers are negative.
 */
final class Filling {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final int NUMBERS_AT_ONCE = 10_000;
    private static final String NUMBER = """
            UPDATE %s SET change_seq = ? - change_seq
             WHERE change_seq < 0 ORDER BY change_seq DESC LIMIT ?
            """;

    private final long epoch;
    private final Parts parts;
    private final Progress progress;
    private final String name;
    private final TrackingTable next;
    private int phantoms;

    /** What a filling works with. */
    record Parts(
            Projector projector,
            TrackingProjector tracking,
            ShadowTables shadows,
            Shipments shipments,
            LiveRows live,
            Phantoms phantoms,
            TrackingRows rows,
            MerchantShipments merchants,
            JdbcTemplate db) {}

    private Filling(long epoch, Parts parts, Progress progress) {
        this.epoch = epoch;
        this.parts = parts;
        this.progress = progress;
        this.name = parts.shadows.create(epoch);
        this.next = new TrackingTable(parts.db, name);
    }

    static void run(long epoch, Parts parts, Progress progress) {
        try {
            var filling = new Filling(epoch, parts, progress);
            parts.projector.between(epoch, position -> {
                parts.tracking.alsoInto(filling.next);
                return position;
            });
            filling.settlePhantoms();
            filling.fill();
            filling.notePhantoms();
            parts.projector.exclusively(filling::swap);
        } finally {
            parts.projector.exclusively(() -> endOf(epoch, parts));
        }
    }

    /** Whoever took over in between has cleared up already, and may be at a rebuild of his own. */
    private static void endOf(long epoch, Parts parts) {
        if (parts.projector.position().filter(now -> now.epoch() == epoch).isPresent()) {
            parts.tracking.alsoInto(null);
            parts.shadows.dropLeftovers();
        }
    }

    private void fill() {
        progress.expects(parts.shipments.count());
        List<Shipment> part;
        String last = "";
        do {
            part = fillAfter(last);
            last = part.isEmpty() ? last : part.getLast().trackingNumber();
        } while (part.size() == ROWS_AT_ONCE);
    }

    // Read and written between two batches: else a row could be removed after it was read and before it is written.
    private List<Shipment> fillAfter(String last) {
        var part = new ArrayList<Shipment>();
        parts.projector.between(epoch, position -> {
            part.addAll(parts.shipments.after(last, ROWS_AT_ONCE));
            if (!part.isEmpty()) {
                List<TrackingRow> rows = rows(part);
                next.upsert(rows);
                parts.tracking.noteOmissions(rows);
            }
            parts.merchants.replace(
                    last, part.size() < ROWS_AT_ONCE ? null : part.getLast().trackingNumber(), part);
            return position;
        });
        return part;
    }

    private List<TrackingRow> rows(List<Shipment> part) {
        List<String> numbers = part.stream().map(Shipment::trackingNumber).toList();
        Map<String, LiveRow> live =
                parts.live.of(numbers).stream().collect(toMap(LiveRow::trackingNumber, Function.identity()));
        return part.stream()
                .map(shipment -> row(shipment, live.get(shipment.trackingNumber())))
                .toList();
    }

    private TrackingRow row(Shipment shipment, @Nullable LiveRow live) {
        TrackingRow row = parts.rows.of(shipment, 0);
        if (live != null && live.isLike(row)) {
            progress.row(false);
            return row.numbered(live.changeSeq());
        }
        progress.row(true);
        return row.numbered(-progress.changed());
    }

    private void notePhantoms() {
        String last = "";
        String end = parts.phantoms.endOfPartAfter(last);
        while (!end.isEmpty()) {
            notePhantoms(last, end);
            last = end;
            end = parts.phantoms.endOfPartAfter(last);
        }
    }

    // Between two batches: a parcel that comes into both tables at this moment is none.
    private void notePhantoms(String after, String end) {
        parts.projector.between(epoch, position -> {
            int noted = parts.phantoms.note(name, after, end, phantoms);
            phantoms += noted;
            progress.phantoms(noted);
            return position;
        });
    }

    private void swap() {
        parts.projector.between(epoch, position -> {
            while (parts.db.update(NUMBER.formatted(name), position.changeSeq(), NUMBERS_AT_ONCE) > 0) {
                // The next ones.
            }
            return position.numbered(position.changeSeq() + progress.changed());
        });
        parts.shadows.swap(epoch);
        parts.tracking.alsoInto(null); // before the next batch: it is not beside any more
        settlePhantoms();
        parts.projector.align(epoch);
    }

    // After the swap: a number that is visible must not be higher than one that is not visible yet.
    private void settlePhantoms() {
        parts.projector.between(epoch, position -> position.numbered(parts.phantoms.settle(position.changeSeq())));
    }
}
