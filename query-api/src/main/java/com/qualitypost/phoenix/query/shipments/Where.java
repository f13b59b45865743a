package com.qualitypost.phoenix.query.shipments;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on {@code merchant_shipment} of what was asked for only, so that an index answers it. */
final class Where {
    private static final String PASSED = "%1$s < UTC_TIMESTAMP(3)";
    private static final String TO_COME = "(%1$s IS NULL OR %1$s >= UTC_TIMESTAMP(3))";

    private final StringBuilder sql = new StringBuilder("merchant_id = ?");
    private final List<Object> parameters = new ArrayList<>();

    Where(String merchant, Filter filter, @Nullable Cursor after) {
        parameters.add(merchant);
        and("status = ?", filter.status());
        and("reason = ?", filter.reason());
        and("action_required = ?", filter.actionRequired());
        and("service = ?", filter.service());
        and("destination_city = ?", filter.destination());
        and("reference LIKE ?", prefix(filter.reference()));
        and("created_at >= ?", utc(filter.createdFrom()));
        and("created_at < ?", utc(filter.createdTo()));
        and("updated_at >= ?", utc(filter.updatedFrom()));
        and("updated_at < ?", utc(filter.updatedTo()));
        passed("stale_after", filter.stale());
        passed("late_after", filter.late());
        if (after != null) {
            sql.append(" AND ").append(after.order().after());
            parameters.addAll(List.of(after.value(), after.value(), after.trackingNumber()));
        }
    }

    String sql() {
        return sql.toString();
    }

    List<Object> parameters() {
        return parameters;
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

    private static @Nullable String prefix(@Nullable String text) {
        return text == null ? null : text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
