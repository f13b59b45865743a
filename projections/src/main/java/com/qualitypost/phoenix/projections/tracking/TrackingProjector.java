package com.qualitypost.phoenix.projections.tracking;

import com.qualitypost.phoenix.projections.projector.Batch;
import com.qualitypost.phoenix.projections.projector.LeftOut;
import com.qualitypost.phoenix.projections.projector.Projection;
import com.qualitypost.phoenix.projections.projector.Shipment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps {@code tracking_view}, and during a rebuild the table beside it, as the shipments are. */
@Component
public class TrackingProjector implements Projection {

    /** As many answers are in memory at once. */
    private static final int ROWS_AT_ONCE = 256;

    private final TrackingRows rows;
    private final TrackingTable live;
    private final ShadowTables shadows;
    private final RemovedRows removed;
    private final LeftOut leftOut;
    private volatile @Nullable TrackingTable beside;

    TrackingProjector(TrackingRows rows, JdbcTemplate db, ShadowTables shadows, RemovedRows removed, LeftOut leftOut) {
        this.rows = rows;
        this.shadows = shadows;
        this.removed = removed;
        this.leftOut = leftOut;
        this.live = new TrackingTable(db, TrackingTable.LIVE);
    }

    /** From the next batch on writes into this table too; null: no longer. */
    public void alsoInto(@Nullable TrackingTable table) {
        beside = table;
    }

    @Override
    public void onTakeover() {
        alsoInto(null);
        shadows.dropLeftovers();
    }

    /** Writes a batch as {@link #apply} does, also where rows are there that are as new. */
    public void replace(Batch batch, long changesBefore) {
        List<String> numbers =
                batch.shipments().stream().map(Shipment::trackingNumber).toList();
        tables().forEach(table -> table.remove(numbers));
        apply(batch, changesBefore);
    }

    @Override
    public void apply(Batch batch, long changesBefore) {
        List<TrackingTable> tables = tables();
        List<Shipment> shipments = batch.shipments();
        long changeSeq = changesBefore;
        for (int from = 0; from < shipments.size(); from += ROWS_AT_ONCE) {
            List<TrackingRow> next = new ArrayList<>(ROWS_AT_ONCE);
            for (Shipment shipment : shipments.subList(from, Math.min(from + ROWS_AT_ONCE, shipments.size()))) {
                next.add(rows.of(shipment, ++changeSeq));
            }
            noteOmissions(next);
            tables.forEach(table -> table.upsert(next));
        }
        removed.note(batch.removed(), changeSeq);
        tables.forEach(table -> table.remove(batch.removed()));
    }

    /** To be called when they are written. */
    public void noteOmissions(List<TrackingRow> written) {
        written.forEach(row -> leftOut.note(row.shipment(), row.omissions()));
    }

    private List<TrackingTable> tables() {
        TrackingTable rebuilt = beside;
        return rebuilt == null ? List.of(live) : List.of(live, rebuilt);
    }
}
