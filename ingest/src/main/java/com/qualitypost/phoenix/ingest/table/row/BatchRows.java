package com.qualitypost.phoenix.ingest.table.row;

import java.util.Comparator;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes a batch's facts, shipments and refusals, into the live tables or into their shadows. */
public final class BatchRows {
    private final MultiRow events;
    private final MultiRow shipments;
    private final MultiRow quarantine;

    /** {@code suffix} is appended to each table's name; it is empty for the live ones. */
    public BatchRows(JdbcTemplate jdbc, String suffix) {
        this.events = into("tracking_event", suffix, jdbc, EventRow.INSERT, EventRow.UPDATE);
        this.shipments = into("shipment", suffix, jdbc, ShipmentRow.INSERT, ShipmentRow.UPDATE);
        this.quarantine = into("quarantine", suffix, jdbc, QuarantineRow.INSERT, QuarantineRow.UPDATE);
    }

    private static MultiRow into(String table, String suffix, JdbcTemplate jdbc, String insert, String update) {
        return new MultiRow(jdbc, insert.replace(table, table + suffix), update.replace(table, table + suffix));
    }

    /** Locks each table's rows in the order of its primary key. */
    public void write(RecordBatch batch) {
        events.write(batch.events().stream()
                .map(EventRow::of)
                .sorted(Comparator.comparing((Object[] row) -> (String) row[0]).thenComparing(row -> (String) row[1]))
                .toList());
        shipments.write(batch.states().stream().map(ShipmentRow::of).toList());
        quarantine.write(batch.quarantined().stream().map(QuarantineRow::of).toList());
    }
}
