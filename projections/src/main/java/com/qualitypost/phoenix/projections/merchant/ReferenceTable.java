package com.qualitypost.phoenix.projections.merchant;

import static com.qualitypost.phoenix.projections.database.Statements.places;

import com.qualitypost.phoenix.projections.database.Statements;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes {@code merchant_reference}. It needs no fence: a reader that gets old states of a parcel from the binlog again
 * also gets its newest state again a moment later.
 */
@Component
class ReferenceTable {
    private static final String OF = """
            SELECT tracking_number, merchant_id, reference FROM merchant_reference WHERE tracking_number IN %s
            """;
    private static final String ADD = """
            INSERT INTO merchant_reference (tracking_number, merchant_id, reference) VALUES %s
            """;
    private static final String REMOVE =
            "DELETE FROM merchant_reference WHERE tracking_number = ? AND merchant_id = ? AND reference = ?";
    private static final String REMOVE_ORPHANS = """
            DELETE r
              FROM merchant_reference r LEFT JOIN merchant_shipment s ON s.tracking_number = r.tracking_number
             WHERE s.tracking_number IS NULL AND r.tracking_number > ? AND r.tracking_number <= ?
            """;
    private static final String REMOVE_OF = "DELETE FROM merchant_reference WHERE tracking_number IN %s";

    /** No tracking number contains a tilde. */
    private static final String AFTER_ALL = "~";

    private final JdbcTemplate db;

    ReferenceTable(JdbcTemplate db) {
        this.db = db;
    }

    /** Writes only what has changed, which is little: references come with the ticket. */
    void write(List<MerchantRow> rows) {
        Set<Reference> is = of(rows.stream().map(MerchantRow::trackingNumber).toList());
        Set<Reference> shall =
                rows.stream().flatMap(row -> row.references().stream()).collect(Collectors.toSet());
        db.batchUpdate(REMOVE, without(is, shall));
        Statements.parts(without(shall, is)).forEach(this::add);
    }

    private void add(List<Object[]> part) {
        db.update(
                ADD.formatted(String.join(", ", Collections.nCopies(part.size(), places(3)))),
                part.stream().flatMap(Stream::of).toArray());
    }

    Set<Reference> of(List<String> numbers) {
        return Statements.parts(numbers).stream()
                .flatMap(part -> of(places(part.size()), part).stream())
                .collect(Collectors.toSet());
    }

    private List<Reference> of(String places, List<String> numbers) {
        return db.query(
                OF.formatted(places),
                (row, _) -> new Reference(row.getString(1), row.getString(2), row.getString(3)),
                numbers.toArray());
    }

    void remove(List<String> numbers) {
        Statements.parts(numbers).forEach(part -> db.update(REMOVE_OF.formatted(places(part.size())), part.toArray()));
    }

    /** After {@code after} up to {@code end} (null: all of them). */
    void removeOrphans(String after, @Nullable String end) {
        db.update(REMOVE_ORPHANS, after, end == null ? AFTER_ALL : end);
    }

    private static List<Object[]> without(Set<Reference> some, Set<Reference> others) {
        return some.stream()
                .filter(reference -> !others.contains(reference))
                .map(reference -> new Object[] {reference.trackingNumber(), reference.merchantId(), reference.text()})
                .toList();
    }
}
