package com.qualitypost.phoenix.projections.tracking;

import static com.qualitypost.phoenix.tables.Utc.column;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes {@code tracking_view} or a table like it, in large statements fenced by (generation, revision). */
final class TrackingTable {

    /** The one that is read. */
    public static final String LIVE = "tracking_view";

    // Only a few sizes, so that the statements are prepared once.
    private static final int[] ROWS_PER_STATEMENT = {256, 64, 16, 4, 1};
    private static final int BYTES_PER_STATEMENT = 8 << 20;

    // Assignments run from left to right, and later ones see what earlier ones assigned: the revision and then the
    // generation come last. (In the other order a new generation that counts from 1 again would lose its revision.)
    private static final List<String> GUARDED =
            List.of("status", "stale_after", "answers", "change_seq", "revision", "generation");

    private static final String UPSERT = """
            INSERT INTO %s
              (tracking_number, generation, revision, status, stale_after, answers, change_seq)
            VALUES %s AS n
            ON DUPLICATE KEY UPDATE
              %s
            """;
    private static final String VALUES = "(?, ?, ?, ?, ?, ?, ?)";
    private static final String TAKE_IF_NEWER =
            "%1$s.%2$s = IF((n.generation, n.revision) > (%1$s.generation, %1$s.revision), n.%2$s, %1$s.%2$s)";
    private static final String REMOVE = "DELETE FROM %s WHERE tracking_number IN (%s)";

    private final JdbcTemplate db;
    private final String name;
    private final String assignments;

    public TrackingTable(JdbcTemplate db, String name) {
        this.db = db;
        this.name = name;
        this.assignments = GUARDED.stream()
                .map(column -> TAKE_IF_NEWER.formatted(name, column))
                .collect(Collectors.joining(",\n  "));
    }

    /** Writes rows, sorted by tracking number; a row that is not newer than the existing one changes nothing. */
    public void upsert(List<TrackingRow> rows) {
        int from = 0;
        while (from < rows.size()) {
            List<TrackingRow> next = fitting(rows.subList(from, rows.size()));
            db.update(
                    upsertOf(next.size()),
                    next.stream().flatMap(TrackingTable::values).toArray());
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

    private String upsertOf(int rows) {
        return UPSERT.formatted(name, String.join(", ", Collections.nCopies(rows, VALUES)), assignments);
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

    private static Stream<Object> values(TrackingRow row) {
        var values = new ArrayList<Object>();
        Collections.addAll(
                values,
                row.trackingNumber(),
                row.shipment().generation(),
                row.shipment().revision(),
                row.shipment().status(),
                column(row.shipment().staleAfter()),
                row.answers().packed().bytes(),
                row.changeSeq());
        return values.stream();
    }
}
