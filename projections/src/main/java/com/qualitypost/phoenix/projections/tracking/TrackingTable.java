package com.qualitypost.phoenix.projections.tracking;

import com.qualitypost.phoenix.tables.FencedUpsert;
import com.qualitypost.phoenix.tables.FencedUpsert.Column;
import com.qualitypost.phoenix.tables.Utc;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes {@code tracking_view} or a table like it, in large statements fenced by (generation, revision). */
final class TrackingTable {
    /** The one that is read. */
    public static final String LIVE = "tracking_view";

    // Only a few sizes, so that the statements are prepared once.
    private static final int[] ROWS_PER_STATEMENT = {256, 64, 16, 4, 1};
    private static final int BYTES_PER_STATEMENT = 8 << 20;

    private static final List<Column<TrackingRow>> COLUMNS = List.of(
            new Column<>("tracking_number", TrackingRow::trackingNumber),
            new Column<>("status", row -> row.shipment().status()),
            new Column<>("stale_after", row -> Utc.column(row.shipment().staleAfter())),
            new Column<>("answers", row -> row.answers().packed().bytes()),
            new Column<>("change_seq", TrackingRow::changeSeq),
            new Column<>("revision", row -> row.shipment().revision()),
            new Column<>("generation", row -> row.shipment().generation()));

    private static final String REMOVE = "DELETE FROM %s WHERE tracking_number IN (%s)";

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
        int from = 0;
        while (from < rows.size()) {
            List<TrackingRow> next = fitting(rows.subList(from, rows.size()));
            db.update(
                    upsert.of(next.size()),
                    next.stream().flatMap(upsert::values).toArray());
            from += next.size();
        }
    }

    public void remove(List<String> trackingNumbers) {
        for (int from = 0; from < trackingNumbers.size(); from += ROWS_PER_STATEMENT[0]) {
            List<String> next =
                    trackingNumbers.subList(from, Math.min(from + ROWS_PER_STATEMENT[0], trackingNumbers.size()));
            String places = String.join(", ", Collections.nCopies(next.size(), "?"));
            db.update(REMOVE.formatted(name, places), next.toArray());
        }
    }

    private static List<TrackingRow> fitting(List<TrackingRow> rows) {
        return IntStream.of(ROWS_PER_STATEMENT)
                .filter(count -> count <= rows.size())
                .mapToObj(count -> rows.subList(0, count))
                .filter(part -> part.size() == 1
                        || part.stream().mapToLong(TrackingRow::bytes).sum() <= BYTES_PER_STATEMENT)
                .findFirst()
                .orElseThrow();
    }
}
