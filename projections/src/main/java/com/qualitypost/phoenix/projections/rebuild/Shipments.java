package com.qualitypost.phoenix.projections.rebuild;

import com.qualitypost.phoenix.projections.database.Utc;
import com.qualitypost.phoenix.projections.projector.Shipment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ingest's table of shipments, read in the order of its primary key. */
@Repository
class Shipments {

    private static final String COUNT = "SELECT COUNT(*) FROM phoenix.shipment";
    private static final String ALL = """
            SELECT tracking_number, generation, revision, status, previous_status, status_since, reason,
                   action_required, service, destination_city, destination_postcode, destination_country,
                   promised_from, promised_until, estimated_from, estimated_until, stale_after, proof, timeline,
                   merchant_id, ticket_references, first_event_at, written_at
              FROM phoenix.shipment
            """;
    private static final String AFTER = ALL + " WHERE tracking_number > :after ORDER BY tracking_number LIMIT :limit";
    private static final String OF = ALL + " WHERE tracking_number IN (:numbers)";

    private final JdbcClient db;

    Shipments(JdbcClient db) {
        this.db = db;
    }

    long count() {
        return db.sql(COUNT).query(Long.class).single();
    }

    List<Shipment> after(String trackingNumber, int limit) {
        return db.sql(AFTER)
                .param("after", trackingNumber)
                .param("limit", limit)
                .query((row, _) -> Shipment.of(new Row(row)))
                .list();
    }

    List<Shipment> of(List<String> trackingNumbers) {
        return db.sql(OF)
                .param("numbers", trackingNumbers)
                .query((row, _) -> Shipment.of(new Row(row)))
                .list();
    }

    /** A row as the driver delivers it. */
    private record Row(ResultSet row) implements Shipment.Columns {
        @Override
        public @Nullable String text(String column) {
            return read(() -> row.getString(column));
        }

        @Override
        public long number(String column) {
            return read(() -> row.getLong(column));
        }

        @Override
        public boolean flag(String column) {
            return read(() -> row.getBoolean(column));
        }

        @Override
        public @Nullable Instant time(String column) {
            return Utc.instant(read(() -> row.getObject(column, LocalDateTime.class)));
        }

        private static <T extends @Nullable Object> T read(Reading<T> reading) {
            try {
                return reading.read();
            } catch (SQLException e) {
                throw new IllegalStateException("Reading phoenix.shipment", e);
            }
        }
    }

    /** Reads a column. */
    private interface Reading<T extends @Nullable Object> {
        T read() throws SQLException;
    }
}
