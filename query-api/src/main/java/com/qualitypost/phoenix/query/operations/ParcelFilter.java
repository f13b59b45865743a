package com.qualitypost.phoenix.query.operations;

import com.qualitypost.phoenix.query.operations.ListQuery.Text;
import com.qualitypost.phoenix.vocabulary.PlainText;
import com.qualitypost.phoenix.vocabulary.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Selects the parcels of a list, longest silent first; a filter that is null matches everything.
 *
 * @param ended in hours: only parcels whose way ended that recently
 * @param silent in hours: only parcels that have been silent for that long
 */
record ParcelFilter(
        @Nullable Status status,
        @Nullable Stage stage,
        Risk risk,
        @Nullable String depot,
        @Nullable Integer ended,
        @Nullable Integer silent) {
    private static final String SELECT = """
            SELECT s.tracking_number, s.status, s.reason, s.depot, s.last_at, s.late_after,
                   s.stale_after < UTC_TIMESTAMP(3) AS stale, s.destination_city, s.service, s.merchant_id
              FROM phoenix_read.merchant_shipment s
             WHERE %s
             ORDER BY s.last_at, s.depot, s.tracking_number""";

    ListQuery listing() {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        List<Text> filters = new ArrayList<>();
        conditions.add("s.status IN (%s)".formatted(OverviewQueries.names(statuses())));
        conditions.add(OverviewQueries.REAL);
        conditions.add(risk.condition);
        if (status != null) {
            filters.add(new Text("ops.status." + status));
        } else if (stage != null) {
            filters.add(new Text("ops.stage." + stage));
        }
        if (risk != Risk.ALL) {
            filters.add(new Text("ops.risk." + risk));
        }
        if (depot != null) {
            conditions.add("s.depot = :depot");
            parameters.put("depot", depot);
            filters.add(new Text("ops.filter.depot", PlainText.shown(depot)));
        }
        if (ended != null) {
            conditions.add("s.status_since >= UTC_TIMESTAMP(3) - INTERVAL :ended HOUR");
            parameters.put("ended", ended);
            filters.add(new Text("ops.filter.ended", ended));
        }
        if (silent != null) {
            conditions.add("s.last_at < UTC_TIMESTAMP(3) - INTERVAL :silent HOUR");
            parameters.put("silent", silent);
            filters.add(new Text("ops.filter.silent", silent));
        }
        return new ListQuery(
                new Text("ops.parcels"), filters, SELECT.formatted(String.join(" AND ", conditions)), parameters);
    }

    private List<Status> statuses() {
        if (status != null) {
            return List.of(status);
        }
        return stage == null ? Stage.open() : stage.statuses();
    }
}
