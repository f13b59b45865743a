package com.qualitypost.phoenix.ingest.table.row;

import com.qualitypost.phoenix.tables.FencedUpsert;
import java.util.Comparator;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes a batch's facts, shipments and refusals, into the live tables or into their shadows. */
public final class BatchRows {
    private final MultiRow events;
    private final FencedUpsert<ShipmentRow> upsert;
    private final MultiRow shipments;
    private final MultiRow quarantine;

    /** {@code suffix} is appended to each table's name; it is empty for the live ones. */
    public BatchRows(JdbcTemplate jdbc, String suffix) {
        this.upsert = ShipmentRow.into("shipment" + suffix);
        this.shipments = new MultiRow(jdbc, upsert.insert(), upsert.update());
        this.events = into("tracking_event" + suffix, jdbc, EventRow.INSERT, EventRow.UPDATE);
        this.quarantine = into("quarantine" + suffix, jdbc, QuarantineRow.INSERT, QuarantineRow.UPDATE);
    }

    private static MultiRow into(String table, JdbcTemplate jdbc, String insert, String update) {
        return new MultiRow(jdbc, insert.formatted(table), update.formatted(table));
    }

    /** Locks each table's rows in the order of its primary key. */
    public void write(RecordBatch batch) {
        events.write(batch.events().stream()
                .map(EventRow::of)
                .sorted(Comparator.comparing((Object[] row) -> (String) row[0]).thenComparing(row -> (String) row[1]))
                .toList());
        shipments.write(batch.states().stream()
                .map(ShipmentRow::of)
                .map(row -> upsert.values(row).toArray())
                .toList());
        quarantine.write(batch.quarantined().stream().map(QuarantineRow::of).toList());
    }
}
