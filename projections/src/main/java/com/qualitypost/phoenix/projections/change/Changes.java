package com.qualitypost.phoenix.projections.change;

import com.qualitypost.phoenix.schemas.ShipmentStatus;
import com.qualitypost.phoenix.schemas.TrackingChange;
import com.qualitypost.phoenix.tables.CdcPosition;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the changes that are committed but not yet announced, and keeps the mark that separates them from the rest.
 */
@Component
class Changes {
    static final int AT_ONCE = 1_000;

    private static final String NOT_ANNOUNCED = """
            (SELECT tracking_number, generation, revision, status, change_seq
               FROM tracking_view
              WHERE change_seq > %1$s
              ORDER BY change_seq
              LIMIT :limit)
            UNION ALL
            (SELECT tracking_number, generation, revision, 'UNKNOWN', change_seq
               FROM tracking_removed
              WHERE change_seq > %1$s
              ORDER BY change_seq
              LIMIT :limit)
            ORDER BY change_seq
            LIMIT :limit
            """.formatted(CdcPosition.ANNOUNCED);
    private static final String MARK = """
            UPDATE cdc_position SET announced_seq = :changeSeq
             WHERE id = 1 AND epoch = :epoch AND server_uuid = @@server_uuid AND announced_seq < :changeSeq
            """;
    private static final String FORGET_ANNOUNCED = """
            DELETE FROM tracking_removed
             WHERE change_seq <= %s
            """.formatted(CdcPosition.ANNOUNCED);

    private final JdbcClient db;

    Changes(JdbcClient db) {
        this.db = db;
    }

    /** The oldest of them, in the order of their numbers; an answer that is gone has the status UNKNOWN. */
    List<TrackingChange> notAnnounced() {
        return db.sql(NOT_ANNOUNCED)
                .param("limit", AT_ONCE)
                .query((row, _) -> new TrackingChange(
                        row.getString("tracking_number"),
                        row.getInt("generation"),
                        row.getLong("revision"),
                        status(row.getString("status")),
                        row.getLong("change_seq")))
                .list();
    }

    /** Records that all changes up to this one are on the topic; does nothing if the epoch is no longer owned. */
    void markAnnounced(long epoch, long changeSeq) {
        db.sql(MARK).param("changeSeq", changeSeq).param("epoch", epoch).update();
        db.sql(FORGET_ANNOUNCED).update();
    }

    private static ShipmentStatus status(String status) {
        return Arrays.stream(ShipmentStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElse(ShipmentStatus.UNKNOWN);
    }
}
