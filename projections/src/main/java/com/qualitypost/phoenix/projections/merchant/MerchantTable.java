package com.qualitypost.phoenix.projections.merchant;

import static com.qualitypost.phoenix.projections.database.Statements.places;

import com.qualitypost.phoenix.projections.database.Statements;
import com.qualitypost.phoenix.tables.FencedUpsert;
import com.qualitypost.phoenix.tables.FencedUpsert.Column;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private static final FencedUpsert<MerchantRow> UPSERT = new FencedUpsert<>(
            "merchant_shipment",
            Stream.concat(
                            Stream.of(new Column<>("tracking_number", MerchantRow::trackingNumber)),
                            IntStream.range(0, COLUMNS.size())
                                    .mapToObj(i -> new Column<MerchantRow>(
                                            COLUMNS.get(i), row -> row.columns().get(i))))
                    .toList());

    private static final String REMOVE = "DELETE FROM merchant_shipment WHERE tracking_number IN %s";

    private final JdbcTemplate db;

    MerchantTable(JdbcTemplate db) {
        this.db = db;
    }

    void upsert(List<MerchantRow> rows) {
        Statements.parts(rows, MerchantRow::bytes)
                .forEach(part -> db.update(
                        UPSERT.of(part.size()),
                        part.stream().flatMap(UPSERT::values).toArray()));
    }

    void remove(List<String> numbers) {
        Statements.parts(numbers).forEach(part -> db.update(REMOVE.formatted(places(part.size())), part.toArray()));
    }
}
