package com.qualitypost.phoenix.projections.merchant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import com.qualitypost.phoenix.projections.database.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the current rows, to compare shipments with them. */
@Component
public class MerchantRows {
    private static final String ALL =
            "SELECT tracking_number, " + String.join(", ", MerchantTable.COLUMNS) + " FROM merchant_shipment";
    private static final String OF = ALL + " WHERE tracking_number IN (:numbers)";
    private static final String AFTER = ALL + " WHERE tracking_number > :after ORDER BY tracking_number LIMIT :limit";

    private static final Slice.Kind<MerchantRow> KIND =
            new Slice.Kind<>((row, _) -> read(row), MerchantRow::trackingNumber, MerchantRow::bytes);

    private final JdbcClient db;
    private final ReferenceTable references;

    MerchantRows(JdbcClient db, ReferenceTable references) {
        this.db = db;
        this.references = references;
    }

    public List<MerchantRow> of(List<String> trackingNumbers) {
        return withReferences(db.sql(OF)
                .param("numbers", trackingNumbers)
                .query((row, _) -> read(row))
                .list());
    }

    public Slice<MerchantRow> after(String trackingNumber, int limit) {
        Slice<MerchantRow> rows = Slice.read(db, AFTER, trackingNumber, limit, KIND);
        return new Slice<>(withReferences(rows.rows()), rows.end());
    }

    private static MerchantRow read(ResultSet row) throws SQLException {
        List<@Nullable Object> columns = new ArrayList<>();
        for (String column : MerchantTable.COLUMNS) {
            columns.add(row.getObject(column));
        }
        return new MerchantRow(row.getString("tracking_number"), columns, Set.of());
    }

    private List<MerchantRow> withReferences(List<MerchantRow> rows) {
        List<String> numbers = rows.stream().map(MerchantRow::trackingNumber).toList();
        Map<String, Set<Reference>> byNumber =
                references.of(numbers).stream().collect(groupingBy(Reference::trackingNumber, toSet()));
        return rows.stream()
                .map(row -> new MerchantRow(
                        row.trackingNumber(), row.columns(), byNumber.getOrDefault(row.trackingNumber(), Set.of())))
                .toList();
    }
}
