package com.qualitypost.phoenix.projections.rebuild;

import com.qualitypost.phoenix.projections.database.Slice;
import com.qualitypost.phoenix.projections.projector.ShipmentRecord;
import com.qualitypost.phoenix.tables.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads ingest's table of shipments in the order of its primary key. */
@Component
class Shipments {
    /** Counting them would take longer than the rebuild of a part may. */
    private static final String ABOUT = """
            SELECT COALESCE(MAX(table_rows), 0) FROM information_schema.tables
             WHERE table_schema = 'phoenix' AND table_name = 'shipment'
            """;

    private static final String ALL = """
            SELECT tracking_number, generation, revision, status, previous_status, status_since, reason,
                   action_required, service, destination_city, destination_postcode, destination_country,
                   promised_from, promised_until, stale_after, proof, timeline,
                   merchant_id, ticket_references, first_event_at, written_at
              FROM phoenix.shipment
            """;
    private static final String AFTER = ALL + " WHERE tracking_number > :after ORDER BY tracking_number LIMIT :limit";
    private static final String OF = ALL + " WHERE tracking_number IN (:numbers)";
    private static final String COMMITTED_OF = OF + " FOR SHARE";

    private static final Slice.Kind<ShipmentRecord> KIND = new Slice.Kind<>(
            (row, _) -> ShipmentRecord.of(new Row(row)), ShipmentRecord::trackingNumber, ShipmentRecord::size);

    private final JdbcClient db;

    Shipments(JdbcClient db) {
        this.db = db;
    }

    /** How many there are, roughly. */
    long about() {
        return db.sql(ABOUT).query(Long.class).single();
    }

    Slice<ShipmentRecord> after(String trackingNumber, int limit) {
        return Slice.read(db, AFTER, trackingNumber, limit, KIND);
    }

    List<ShipmentRecord> of(List<String> trackingNumbers) {
        return read(OF, trackingNumbers);
    }

    /**
     * Their committed state, within the caller's transaction: what the binlog already reports may not be visible yet,
     * but it stays locked until it is.
     */
    List<ShipmentRecord> committedOf(List<String> trackingNumbers) {
        return read(COMMITTED_OF, trackingNumbers);
    }

    private List<ShipmentRecord> read(String sql, List<String> trackingNumbers) {
        return db.sql(sql)
                .param("numbers", trackingNumbers)
                .query((row, _) -> ShipmentRecord.of(new Row(row)))
                .list();
    }

    /** A row as the driver delivers it. */
    private record Row(ResultSet row) implements ShipmentRecord.Columns {
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
            return read(() -> Utc.instantOrNull(row, column));
        }

        @Override
        public byte[] bytes(String column) {
            return read(() -> row.getBytes(column));
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
