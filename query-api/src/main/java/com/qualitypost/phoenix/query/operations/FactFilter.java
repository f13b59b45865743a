package com.qualitypost.phoenix.query.operations;

import static java.util.stream.Collectors.joining;

import com.qualitypost.phoenix.query.operations.ListQuery.Text;
import com.qualitypost.phoenix.schemas.EventOutcome;
import com.qualitypost.phoenix.vocabulary.PlainText;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Selects the facts of a list, latest received first; a filter that is null matches everything.
 *
 * @param from UTC, by the gateway's clock; null for the last 24 hours
 * @param until UTC, exclusive
 */
record FactFilter(
        @Nullable String depot,
        @Nullable EventOutcome outcome,
        @Nullable String device,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime until) {
    private static final String SELECT = """
            SELECT received_at, tracking_number, kind, outcome, flag, status, place_code, device_id, device_seq, corrected_at,
                   source, scan_id
              FROM phoenix.operator_fact s
             WHERE %s
             ORDER BY received_at DESC, tracking_number DESC, scan_id DESC""";

    /** There is an index by place and one by outcome: without a place the second has to be used. */
    private static final String ALL_OUTCOMES =
            Stream.of(EventOutcome.values()).map(outcome -> "'" + outcome + "'").collect(joining(", "));

    private static final LocalDateTime EARLIEST = LocalDateTime.parse("1000-01-01T00:00");
    private static final LocalDateTime LATEST = LocalDateTime.parse("9999-12-31T00:00");

    ListQuery listing() {
        List<String> conditions = new ArrayList<>(List.of(OverviewQueries.REAL));
        Map<String, Object> parameters = new HashMap<>();
        List<Text> filters = new ArrayList<>();
        if (from == null) {
            filters.add(new Text("ops.filter.day"));
            conditions.add("received_at >= UTC_TIMESTAMP(3) - INTERVAL 24 HOUR");
        } else {
            conditions.add("received_at >= :from");
            parameters.put("from", column(from));
            filters.add(new Text("ops.filter.from", from.truncatedTo(ChronoUnit.SECONDS)));
        }
        if (until != null) {
            conditions.add("received_at < :until");
            parameters.put("until", column(until));
            filters.add(new Text("ops.filter.until", until.truncatedTo(ChronoUnit.SECONDS)));
        }
        if (depot != null) {
            conditions.add("place_code = :depot");
            parameters.put("depot", depot);
            filters.add(new Text("ops.filter.depot", PlainText.shown(depot)));
        }
        if (outcome != null) {
            conditions.add("outcome = :outcome");
            parameters.put("outcome", outcome.name());
            filters.add(new Text("ops.outcome." + outcome));
        }
        if (depot == null && outcome == null) {
            conditions.add("outcome IN (%s)".formatted(ALL_OUTCOMES));
        }
        if (device != null) {
            conditions.add("device_id = :device");
            parameters.put("device", device);
            filters.add(new Text("ops.filter.device", PlainText.shown(device)));
        }
        return new ListQuery(
                new Text("ops.facts"), filters, SELECT.formatted(String.join(" AND ", conditions)), parameters);
    }

    /** The column holds no other times, and nothing was received outside of them. */
    private static LocalDateTime column(LocalDateTime time) {
        return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    }
}
