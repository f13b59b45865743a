package com.qualitypost.phoenix.projections.tracking;

import com.qualitypost.phoenix.projections.projector.ChangeBatch;
import com.qualitypost.phoenix.projections.projector.OmissionLog;
import com.qualitypost.phoenix.projections.projector.Projection;
import com.qualitypost.phoenix.projections.projector.ShipmentRecord;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps {@code tracking_view} in line with the shipments. */
@Component
public class TrackingProjector implements Projection {
    /** The number of answers in memory at once. */
    private static final int ROWS_AT_ONCE = 256;

    private static final long BYTES_AT_ONCE = 8 << 20;

    private final TrackingRows rows;
    private final TrackingTable live;
    private final RemovedRows removed;
    private final OmissionLog leftOut;

    TrackingProjector(TrackingRows rows, JdbcTemplate db, RemovedRows removed, OmissionLog leftOut) {
        this.rows = rows;
        this.removed = removed;
        this.leftOut = leftOut;
        this.live = new TrackingTable(db, TrackingTable.LIVE);
    }

    /** Writes a batch like {@link #apply}, but also over rows that are equally new. */
    public void replace(ChangeBatch batch, long changesBefore) {
        List<String> numbers =
                batch.shipments().stream().map(ShipmentRecord::trackingNumber).toList();
        live.remove(numbers);
        apply(batch, changesBefore);
    }

    @Override
    public void apply(ChangeBatch batch, long changesBefore) {
        long changeSeq = changesBefore;
        List<TrackingRow> next = new ArrayList<>();
        long bytes = 0;
        for (ShipmentRecord shipment : batch.shipments()) {
            TrackingRow row = rows.of(shipment, ++changeSeq);
            leftOut.note(shipment, row.omissions());
            next.add(row);
            bytes += shipment.size();
            if (next.size() == ROWS_AT_ONCE || bytes > BYTES_AT_ONCE) {
                live.upsert(next);
                next.clear();
                bytes = 0;
            }
        }
        live.upsert(next);
        removed.note(batch.removed(), changeSeq);
        live.remove(batch.removed());
    }
}
