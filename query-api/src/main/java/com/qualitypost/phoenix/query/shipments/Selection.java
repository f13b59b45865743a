package com.qualitypost.phoenix.query.shipments;

import static com.qualitypost.phoenix.tables.MerchantShipmentIndex.BY_CREATED;
import static com.qualitypost.phoenix.tables.MerchantShipmentIndex.OF_ALL_BY_AGE;
import static com.qualitypost.phoenix.tables.MerchantShipmentIndex.OF_ALL_BY_PROMISE;
import static com.qualitypost.phoenix.tables.MerchantShipmentIndex.OF_ALL_BY_STATUS;

import com.qualitypost.phoenix.tables.Utc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Selects rows by conditions on only those filters that were given, so that an index can answer them. */
final class Selection {
    /** Operators' indexes span all merchants' parcels. */
    private static final String LIST = """
            phoenix_read.merchant_shipment s IGNORE INDEX (%s%s)
             WHERE s.merchant_id = ?""";

    private static final String OF_ALL = "%s, %s, %s".formatted(OF_ALL_BY_PROMISE, OF_ALL_BY_STATUS, OF_ALL_BY_AGE);

    /**
     * MySQL assumes that the filtered rows are spread over all times, but the newest parcels are never delivered ones.
     */
    private static final String BY_ITS_OWN_INDEX = ", " + BY_CREATED;

    /** A parcel that matches with several references is found by the first of them. */
    private static final String BY_REFERENCE = """
            phoenix_read.merchant_reference r
             STRAIGHT_JOIN phoenix_read.merchant_shipment s ON s.tracking_number = r.tracking_number
             WHERE r.merchant_id = ? AND r.reference LIKE ?
               AND NOT EXISTS (SELECT 1 FROM phoenix_read.merchant_reference before_r
                                WHERE before_r.tracking_number = r.tracking_number
                                  AND before_r.reference LIKE ? AND before_r.reference < r.reference)""";

    private static final String PASSED = "%1$s < UTC_TIMESTAMP(3)";
    private static final String TO_COME = "(%1$s IS NULL OR %1$s >= UTC_TIMESTAMP(3))";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    Selection(String merchant, ShipmentFilter filter, @Nullable ListCursor after) {
        from(merchant, filter);
        and("s.status = ?", filter.status() == null ? null : filter.status().name());
        and("s.reason = ?", filter.reason());
        and("s.action_required = ?", filter.actionRequired());
        and("s.service = ?", filter.service());
        and("s.destination_city = ?", filter.destination());
        and("s.created_at >= ?", Utc.column(filter.createdFrom()));
        and("s.created_at < ?", Utc.column(filter.createdTo()));
        and("s.updated_at >= ?", Utc.column(filter.updatedFrom()));
        and("s.updated_at < ?", Utc.column(filter.updatedTo()));
        passed("s.stale_after", filter.stale());
        passed("s.late_after", filter.late());
        if (after != null) {
            sql.append(" AND ").append(after.order().after());
            parameters.addAll(List.of(after.value(), after.value(), after.trackingNumber()));
        }
    }

    /** The text after FROM. */
    String sql() {
        return sql.toString();
    }

    List<Object> parameters() {
        return List.copyOf(parameters);
    }

    private void from(String merchant, ShipmentFilter filter) {
        String reference = filter.reference();
        parameters.add(merchant);
        if (reference == null) {
            sql.append(LIST.formatted(OF_ALL, filter.hasIndex() ? BY_ITS_OWN_INDEX : ""));
        } else {
            String prefix = reference.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
            sql.append(BY_REFERENCE);
            parameters.addAll(List.of(prefix, prefix));
        }
    }

    private void and(String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND ").append(condition);
            parameters.add(value);
        }
    }

    private void passed(String column, @Nullable Boolean passed) {
        if (passed != null) {
            String condition = passed ? PASSED : TO_COME;
            sql.append(" AND ").append(condition.formatted(column));
        }
    }
}
