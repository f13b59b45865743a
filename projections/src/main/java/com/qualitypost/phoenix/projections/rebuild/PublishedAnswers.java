package com.qualitypost.phoenix.projections.rebuild;

import com.qualitypost.phoenix.projections.database.Slice;
import com.qualitypost.phoenix.projections.tracking.TrackingRow;
import com.qualitypost.phoenix.tables.Answers;
import com.qualitypost.phoenix.tables.PackedText;
import com.qualitypost.phoenix.tables.Utc;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the current rows of {@code tracking_view}, to compare new ones with. */
@Component
class PublishedAnswers {
    private static final String ALL = """
            SELECT tracking_number, generation, revision, status, stale_after, answers
              FROM tracking_view
            """;
    private static final String OF = ALL + " WHERE tracking_number IN (:numbers)";
    private static final String AFTER = ALL + " WHERE tracking_number > :after ORDER BY tracking_number LIMIT :limit";

    private static final RowMapper<LiveRow> ROW = (row, _) -> new LiveRow(
            row.getString("tracking_number"),
            row.getInt("generation"),
            row.getLong("revision"),
            row.getString("status"),
            Utc.instantOrNull(row, "stale_after"),
            new PackedText(row.getBytes("answers")));

    private static final Slice.Kind<LiveRow> KIND = new Slice.Kind<>(ROW, LiveRow::trackingNumber, LiveRow::size);

    private final JdbcClient db;

    PublishedAnswers(JdbcClient db) {
        this.db = db;
    }

    List<LiveRow> of(List<String> trackingNumbers) {
        return db.sql(OF).param("numbers", trackingNumbers).query(ROW).list();
    }

    Slice<LiveRow> after(String trackingNumber, int limit) {
        return Slice.read(db, AFTER, trackingNumber, limit, KIND);
    }

    /** One of them. */
    record LiveRow(
            String trackingNumber,
            int generation,
            long revision,
            String status,
            @Nullable Instant staleAfter,
            PackedText answers) {
        long size() {
            return answers.bytes().length;
        }

        /** Whether nobody can tell the two apart. */
        boolean isLike(TrackingRow row) {
            return generation == row.shipment().generation()
                    && revision == row.shipment().revision()
                    && status.equals(row.shipment().status())
                    && Objects.equals(staleAfter, row.shipment().staleAfter())
                    && holds(row.answers());
        }

        private boolean holds(Answers expected) {
            try {
                return Answers.read(answers).equals(expected);
            } catch (IllegalArgumentException damaged) {
                return false;
            }
        }
    }
}
