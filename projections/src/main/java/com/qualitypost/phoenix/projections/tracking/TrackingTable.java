package com.qualitypost.phoenix.projections.tracking;

import com.qualitypost.phoenix.projections.database.Statements;
import com.qualitypost.phoenix.tables.FencedUpsert;
import com.qualitypost.phoenix.tables.FencedUpsert.Column;
import com.qualitypost.phoenix.tables.Utc;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes {@code tracking_view} or a table like it, in large statements fenced by (generation, revision). */
final class TrackingTable {
    /** The one that is read. */
    public static final String LIVE = "tracking_view";

    private static final List<Column<TrackingRow>> COLUMNS = List.of(
            new Column<>("tracking_number", TrackingRow::trackingNumber),
            new Column<>("status", row -> row.shipment().status()),
            new Column<>("stale_after", row -> Utc.column(row.shipment().staleAfter())),
            new Column<>("answers", row -> row.answers().packed().bytes()),
            new Column<>("change_seq", TrackingRow::changeSeq),
            new Column<>("revision", row -> row.shipment().revision()),
            new Column<>("generation", row -> row.shipment().generation()));

    private static final String REMOVE = "DELETE FROM %s WHERE tracking_number IN %s";

    private final JdbcTemplate db;
    private final String name;
    private final FencedUpsert<TrackingRow> upsert;

    public TrackingTable(JdbcTemplate db, String name) {
        this.db = db;
        this.name = name;
        this.upsert = new FencedUpsert<>(name, COLUMNS);
    }

    /** Writes rows, sorted by tracking number; a row that is not newer than the existing one changes nothing. */
    public void upsert(List<TrackingRow> rows) {
        Statements.parts(rows, TrackingRow::bytes)
                .forEach(part -> db.update(
                        upsert.of(part.size()),
                        part.stream().flatMap(upsert::values).toArray()));
    }

    public void remove(List<String> trackingNumbers) {
        Statements.parts(trackingNumbers)
                .forEach(part -> db.update(REMOVE.formatted(name, Statements.places(part.size())), part.toArray()));
    }
}
