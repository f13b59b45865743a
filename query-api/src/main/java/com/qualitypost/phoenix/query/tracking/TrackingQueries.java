package com.qualitypost.phoenix.query.tracking;

import com.qualitypost.phoenix.query.answer.AnswerRows;
import com.qualitypost.phoenix.query.answer.LookupBatches;
import com.qualitypost.phoenix.query.answer.LookupRow;
import com.qualitypost.phoenix.query.answer.StoredAnswer;
import com.qualitypost.phoenix.query.change.Version;
import com.qualitypost.phoenix.query.database.Freshness;
import com.qualitypost.phoenix.query.database.NodeAnswer;
import com.qualitypost.phoenix.query.database.Nodes;
import com.qualitypost.phoenix.query.http.Language;
import com.qualitypost.phoenix.tables.CdcPosition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up a parcel: one statement, by primary keys, returns the answer, its freshness and what became of a scan. */
@Component
class TrackingQueries {
    static final String BY_NUMBER_AND_SCAN =
            """
            SELECT %s, v.generation, v.revision, v.stale_after, v.answers,
                   a.generation, a.revision,
                   (SELECT MIN(r.reason)
                      FROM phoenix.scan_refused r
                     WHERE r.scan_id = :scan AND r.tracking_number = :number)
              FROM %s
              LEFT JOIN phoenix_read.tracking_view v ON v.tracking_number = :number
              LEFT JOIN phoenix.scan_accepted a ON a.tracking_number = :number AND a.scan_id = :scan
             WHERE %s""".formatted(CdcPosition.FRESHNESS, CdcPosition.ROW, CdcPosition.IS_THE_ROW);

    private final Nodes nodes;
    private final LookupBatches batches;

    TrackingQueries(Nodes nodes) {
        this.nodes = nodes;
        this.batches = new LookupBatches(nodes);
    }

    /** Empty if both nodes are away. */
    Optional<NodeAnswer<LookupRow>> find(LookupRequest question) {
        String scan = question.after();
        if (scan != null) {
            return nodes.ask(jdbc -> find(question, scan, jdbc));
        }
        String number = question.number().value();
        return batches.find(number)
                .map(rows ->
                        new NodeAnswer<>(rows.servedBy(), rows.found().of(number, question.language()), rows.isKept()));
    }

    /** Empty if the writer is away. */
    Optional<NodeAnswer<LookupRow>> findOnWriter(LookupRequest question) {
        String scan = question.after();
        String number = question.number().value();
        return nodes.askWriter(jdbc -> scan == null
                ? AnswerRows.read(jdbc, List.of(number)).of(number, question.language())
                : find(question, scan, jdbc));
    }

    private static LookupRow find(LookupRequest question, String scan, JdbcClient jdbc) {
        String number = question.number().value();
        return jdbc.sql(BY_NUMBER_AND_SCAN)
                .param("number", number)
                .param("scan", scan)
                .query((row, _) -> new LookupRow(
                        freshness(row), answer(row, question.language()), version(row, 7), row.getString(9)))
                .single();
    }

    private static Freshness freshness(ResultSet row) throws SQLException {
        return new Freshness(row.getObject(1, LocalDateTime.class), row.getObject(2, LocalDateTime.class));
    }

    private static @Nullable StoredAnswer answer(ResultSet row, Language language) throws SQLException {
        Version version = version(row, 3);
        return version == null
                ? null
                : new StoredAnswer(
                        version, row.getObject(5, LocalDateTime.class), StoredAnswer.read(row.getBytes(6), language));
    }

    private static @Nullable Version version(ResultSet row, int column) throws SQLException {
        int generation = row.getInt(column);
        return row.wasNull() ? null : new Version(generation, row.getLong(column + 1));
    }
}
