package com.qualitypost.phoenix.projections.merchant;

import static com.qualitypost.phoenix.projections.merchant.Statements.places;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes {@code merchant_shipment}, fenced by (generation, revision). */
@Component
class MerchantTable {

    /**
     * The order matters: assignments see what earlier ones assigned, so the revision and then the generation come last.
     */
    static final List<String> COLUMNS = List.of(
            "updated_at",
            "merchant_id",
            "ticket_references",
            "status",
            "status_since",
            "reason",
            "action_required",
            "service",
            "destination_city",
            "destination_country",
            "promised_until",
            "stale_after",
            "late_after",
            "created_at",
            "depot",
            "last_at",
            "revision",
            "generation");

    private static final String UPSERT = """
            INSERT INTO merchant_shipment (tracking_number, %s)
            VALUES %s AS n
            ON DUPLICATE KEY UPDATE
              %s
            """;
    private static final String TAKE_IF_NEWER = """
            %1$s = IF((n.generation, n.revision) > (merchant_shipment.generation, merchant_shipment.revision),
                      n.%1$s, merchant_shipment.%1$s)""";
    private static final String ASSIGNMENTS =
            COLUMNS.stream().map(TAKE_IF_NEWER::formatted).collect(Collectors.joining(",\n  "));
    private static final String ROW = places(1 + COLUMNS.size());
    private static final String REMOVE = "DELETE FROM merchant_shipment WHERE tracking_number IN %s";

    private final JdbcTemplate db;

    MerchantTable(JdbcTemplate db) {
        this.db = db;
    }

    void upsert(List<MerchantRow> rows) {
        Statements.parts(rows, MerchantRow::bytes)
                .forEach(part -> db.update(
                        UPSERT.formatted(
                                String.join(", ", COLUMNS),
                                String.join(", ", Collections.nCopies(part.size(), ROW)),
                                ASSIGNMENTS),
                        part.stream().flatMap(MerchantTable::values).toArray()));
    }

    void remove(List<String> numbers) {
        Statements.parts(numbers).forEach(part -> db.update(REMOVE.formatted(places(part.size())), part.toArray()));
    }

    private static Stream<@Nullable Object> values(MerchantRow row) {
        return Stream.concat(Stream.of(row.trackingNumber()), row.columns().stream());
    }
}
