package com.qualitypost.phoenix.query.shipments;

import static com.qualitypost.phoenix.tables.MerchantShipmentIndex.BY_CREATED;
import static com.qualitypost.phoenix.tables.MerchantShipmentIndex.OF_ALL_BY_AGE;
import static com.qualitypost.phoenix.tables.MerchantShipmentIndex.OF_ALL_BY_PROMISE;
import static com.qualitypost.phoenix.tables.MerchantShipmentIndex.OF_ALL_BY_STATUS;

import com.qualitypost.phoenix.tables.Utc;
import com.qualitypost.phoenix.vocabulary.Status;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Selects rows by conditions on only those filters that were given, so that an index can answer them.
 *
 * @param sql the text after FROM
 */
record Selection(String sql, Map<String, Object> parameters) {
    /** Operators' indexes span all merchants' parcels. */
    private static final String LIST = """
            phoenix_read.merchant_shipment s IGNORE INDEX (%s%s)
             WHERE s.merchant_id = :merchant""";

    private static final String OF_ALL = "%s, %s, %s".formatted(OF_ALL_BY_PROMISE, OF_ALL_BY_STATUS, OF_ALL_BY_AGE);

    /**
     * MySQL assumes that the filtered rows are spread over all times, but the newest parcels are never delivered ones.
     */
    private static final String BY_ITS_OWN_INDEX = ", " + BY_CREATED;

    /** A parcel that matches with several references is found by the first of them. */
    private static final String BY_REFERENCE = """
            phoenix_read.merchant_reference r
             STRAIGHT_JOIN phoenix_read.merchant_shipment s ON s.tracking_number = r.tracking_number
             WHERE r.merchant_id = :merchant AND r.reference LIKE :prefix
               AND NOT EXISTS (SELECT 1 FROM phoenix_read.merchant_reference before_r
                                WHERE before_r.tracking_number = r.tracking_number
                                  AND before_r.reference LIKE :prefix AND before_r.reference < r.reference)""";

    private static final String PASSED = "%1$s < UTC_TIMESTAMP(3)";
    private static final String TO_COME = "(%1$s IS NULL OR %1$s >= UTC_TIMESTAMP(3))";

    static Selection of(String merchant, ShipmentFilter filter, @Nullable ListCursor after) {
        Status status = filter.status();
        Selection where = from(merchant, filter)
                .and("s.status = :status", "status", status == null ? null : status.name())
                .and("s.reason = :reason", "reason", filter.reason())
                .and("s.action_required = :actionRequired", "actionRequired", filter.actionRequired())
                .and("s.service = :service", "service", filter.service())
                .and("s.destination_city = :destination", "destination", filter.destination())
                .and("s.created_at >= :createdFrom", "createdFrom", Utc.column(filter.createdFrom()))
                .and("s.created_at < :createdTo", "createdTo", Utc.column(filter.createdTo()))
                .and("s.updated_at >= :updatedFrom", "updatedFrom", Utc.column(filter.updatedFrom()))
                .and("s.updated_at < :updatedTo", "updatedTo", Utc.column(filter.updatedTo()))
                .passed("s.stale_after", filter.stale())
                .passed("s.late_after", filter.late());
        return after == null ? where : where.after(after);
    }

    private static Selection from(String merchant, ShipmentFilter filter) {
        String reference = filter.reference();
        if (reference == null) {
            return new Selection(
                    LIST.formatted(OF_ALL, filter.hasIndex() ? BY_ITS_OWN_INDEX : ""), Map.of("merchant", merchant));
        }
        String prefix = reference.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return new Selection(BY_REFERENCE, Map.of("merchant", merchant, "prefix", prefix));
    }

    private Selection after(ListCursor cursor) {
        return and(cursor.order().after(), Map.of("after", cursor.value(), "afterNumber", cursor.trackingNumber()));
    }

    private Selection passed(String column, @Nullable Boolean passed) {
        return passed == null ? this : and((passed ? PASSED : TO_COME).formatted(column), Map.of());
    }

    private Selection and(String condition, String parameter, @Nullable Object value) {
        return value == null ? this : and(condition, Map.of(parameter, value));
    }

    private Selection and(String condition, Map<String, Object> ofCondition) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.putAll(ofCondition);
        return new Selection(sql + " AND " + condition, all);
    }
}
