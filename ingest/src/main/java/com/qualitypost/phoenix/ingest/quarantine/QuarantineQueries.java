package com.qualitypost.phoenix.ingest.quarantine;

import com.qualitypost.phoenix.ingest.table.row.KeptHeaders;
import com.qualitypost.phoenix.ingest.wire.SourceRecord;
import com.qualitypost.phoenix.tables.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the quarantine for operators. */
class QuarantineQueries {
    private static final String OUTCOME = """
            CASE WHEN e.scan_id IS NOT NULL THEN 'ACCEPTED'
                 WHEN q.refused_again_at >= r.replayed_at THEN 'REFUSED_AGAIN'
                 ELSE 'WAITING' END AS outcome""";

    private static final String NEWEST_FIRST = """
             ORDER BY q.refused_at DESC, q.source_topic DESC, q.source_partition DESC, q.source_offset DESC
             LIMIT :limit""";

    private static final String ENTRIES = """
            SELECT q.source_topic, q.source_partition, q.source_offset, q.reason, q.detail, q.refused_by, q.refused_at,
                   q.refused_again_at, q.tracking_number, q.scan_id, q.device_id,
                   r.replay_id, r.replayed_at, r.replayed_by, r.decision, %s
              FROM quarantine q
              LEFT JOIN LATERAL (
                SELECT * FROM quarantine_replay p
                 WHERE (p.source_topic, p.source_partition, p.source_offset)
                     = (q.source_topic, q.source_partition, q.source_offset)
                 ORDER BY p.replayed_at DESC, p.replay_id LIMIT 1) r ON TRUE
              LEFT JOIN tracking_event e ON e.tracking_number = r.tracking_number AND e.scan_id = r.fact_id
             WHERE %%s %s""".formatted(OUTCOME, NEWEST_FIRST);

    private static final String RECORDS = """
            SELECT q.source_topic, q.source_partition, q.source_offset, q.reason, q.refused_at,
                   q.record_key, q.record_value, q.record_headers
              FROM quarantine q
             WHERE %%s %s""".formatted(NEWEST_FIRST);

    /** Counting everything would read the whole quarantine. */
    private static final String BY_REASON = """
            SELECT some.reason, COUNT(*)
              FROM (SELECT q.reason FROM quarantine q WHERE %%s %s) some
             GROUP BY some.reason
             ORDER BY some.reason""".formatted(NEWEST_FIRST);

    private static final String REPLAYS = """
            SELECT r.replay_id, r.replayed_at, r.replayed_by, r.decision, %s
              FROM quarantine_replay r
              JOIN quarantine q USING (source_topic, source_partition, source_offset)
              LEFT JOIN tracking_event e ON e.tracking_number = r.tracking_number AND e.scan_id = r.fact_id
             WHERE %%s
             ORDER BY r.replayed_at DESC, r.replay_id
             LIMIT :limit""".formatted(OUTCOME);

    private static final String TALLY = """
            SELECT outcome, COUNT(*) FROM (%s) judged GROUP BY outcome""".formatted(REPLAYS.formatted("r.replay_id = :replay"));

    private static final int MOST_COUNTED = 10_000;
    private static final int MOST_REPLAYS = 100;

    private final JdbcClient db;

    QuarantineQueries(JdbcClient db) {
        this.db = db;
    }

    List<QuarantineEntry> entries(QuarantineCondition where, int limit) {
        return db.sql(ENTRIES.formatted(where.sql()))
                .params(where.parameters())
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list();
    }

    List<QuarantinedRecord> records(QuarantineCondition where, int limit) {
        return db.sql(RECORDS.formatted(where.sql()))
                .params(where.parameters())
                .param("limit", limit)
                .query((row, _) -> record(row))
                .list();
    }

    /** Counts among the newest of them. */
    Map<String, Long> byReason(QuarantineCondition where) {
        Map<String, Long> counts = new LinkedHashMap<>();
        db.sql(BY_REASON.formatted(where.sql()))
                .params(where.parameters())
                .param("limit", MOST_COUNTED)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /** The newest replays of an entry, latest first. */
    List<QuarantineEntry.Replay> replays(SourceRecord id) {
        QuarantineCondition where = QuarantineCondition.among(List.of(id));
        return db.sql(REPLAYS.formatted(where.sql()))
                .params(where.parameters())
                .param("limit", MOST_REPLAYS)
                .query((row, _) -> replay(row))
                .list();
    }

    /** The outcomes of the records that one request replayed; empty if there was no such request. */
    Map<QuarantineEntry.Outcome, Long> outcomes(UUID replay) {
        Map<QuarantineEntry.Outcome, Long> counts = new EnumMap<>(QuarantineEntry.Outcome.class);
        db.sql(TALLY)
                .param("replay", replay.toString())
                .param("limit", ReplayRequest.MAX_RECORDS)
                .query(row -> {
                    counts.put(QuarantineEntry.Outcome.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    private static QuarantineEntry entry(ResultSet row) throws SQLException {
        return new QuarantineEntry(
                id(row).toString(),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("refused_by"),
                Utc.instant(row, "refused_at"),
                Utc.instantOrNull(row, "refused_again_at"),
                row.getString("tracking_number"),
                row.getString("scan_id"),
                row.getString("device_id"),
                row.getString("replay_id") == null ? null : replay(row));
    }

    private static QuarantineEntry.Replay replay(ResultSet row) throws SQLException {
        return new QuarantineEntry.Replay(
                row.getString("replay_id"),
                Utc.instant(row, "replayed_at"),
                row.getString("replayed_by"),
                row.getString("decision"),
                QuarantineEntry.Outcome.valueOf(row.getString("outcome")));
    }

    private static QuarantinedRecord record(ResultSet row) throws SQLException {
        return new QuarantinedRecord(
                id(row),
                row.getString("reason"),
                Utc.instant(row, "refused_at"),
                row.getBytes("record_key"),
                row.getBytes("record_value"),
                KeptHeaders.read(row.getBytes("record_headers")));
    }

    private static SourceRecord id(ResultSet row) throws SQLException {
        return new SourceRecord(
                row.getString("source_topic"), row.getInt("source_partition"), row.getLong("source_offset"));
    }
}
